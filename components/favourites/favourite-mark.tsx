"use client";

import { useQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { openFavourites } from "@/components/favourites/open-favourites";
import { favouriteListsQuery, type ProductRef } from "@/lib/client/favourite-queries";

const idOf = ({ vendor, key }: ProductRef) => `${vendor}/${key}`;

const Marked = createContext<ReadonlySet<string>>(new Set());

/** Asks once for all the rows beneath which products are on one of the person's own lists. */
export function FavouriteMarks({ children }: { children: ReactNode }) {
  const { data } = useQuery(favouriteListsQuery);
  const marked = useMemo(
    () => new Set(data?.flatMap((list) => (list.own ? list.products.map(idOf) : [])) ?? []),
    [data],
  );
  return <Marked value={marked}>{children}</Marked>;
}

/** The star of a row: filled where the product is on a list. */
export function FavouriteMark({ product }: { product: ProductRef & { readonly name: string } }) {
  const kept = useContext(Marked).has(idOf(product));
  return (
    <button
      type="button"
      className="btn size-6"
      data-tone="quiet"
      data-square
      aria-label={`Favourite lists: ${product.name}`}
      title={kept ? "On a favourite list" : "Put on a favourite list"}
      onClick={() => openFavourites([{ vendor: product.vendor, key: product.key, name: product.name }])}
    >
      <Star aria-hidden="true" className={`size-3.5! ${kept ? "text-accent fill-current" : ""}`} />
    </button>
  );
}
