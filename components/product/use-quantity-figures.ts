"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Tiers } from "@/components/product/choose-plan";
import { flatFigures, tieredFigures } from "@/components/product/quantity-figures";
import { explanationQuery, productPricePath } from "@/lib/client/pricing-queries";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";

type Asked = { readonly product: Pick<ProductDto, "vendor" | "key">; readonly plan: PlanDto; readonly tiers: Tiers };

/** The figures at a quantity, and whether they are still those of the quantity before. */
export function useQuantityFigures({ product, plan, tiers }: Asked, quantity: string) {
  const asked = { plan: plan.key, quantity, currency: plan.price?.currency };
  const { data, error, isPlaceholderData } = useQuery({
    ...explanationQuery(productPricePath(product, asked)),
    enabled: tiers !== "flat",
    placeholderData: keepPreviousData,
  });
  if (tiers === "flat") return { ...flatFigures(plan, quantity), isOld: false, refusal: null };
  const answer = error ? undefined : data;
  return {
    ...tieredFigures(plan, quantity, answer),
    isOld: isPlaceholderData,
    refusal: error ? error.message : null,
  };
}
