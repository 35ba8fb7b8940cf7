"use client";

import { Star } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { openFavourites, type FavouriteWish } from "@/components/favourites/open-favourites";
import { favouriteListsQuery, isOn } from "@/lib/client/favourite-queries";

type Product = FavouriteWish["products"][number];

/** For one product on a page of its own; says whether it is on one of the own lists already. */
export function FavouriteButton({ product }: { product: Product }) {
  const { data } = useQuery(favouriteListsQuery);
  const kept = data?.some((list) => list.own && isOn(list, product)) ?? false;
  const words = kept ? "On a list" : "Favourites";
  return (
    <button
      type="button"
      className="btn"
      data-tone="plain"
      aria-label={`${words}: ${product.name}`}
      onClick={() => openFavourites([{ vendor: product.vendor, key: product.key, name: product.name }])}
    >
      <Star aria-hidden="true" className={kept ? "text-accent fill-current" : ""} />
      {words}
    </button>
  );
}
