import { queryOptions } from "@tanstack/react-query";
import { callApi, getJson, pathOf, withSearch } from "@/lib/client/api";
import type { CartDto } from "@/lib/client/cart-shapes";
import type { GoalResultDto } from "@/lib/contracts/cart-goal";
import type { PriceExplanation } from "@/lib/contracts/price-explanation";

/** The answer belongs to this moment: a rule may change meanwhile, so it is asked whenever it is opened. */
export function explanationQuery(path: string) {
  return queryOptions({
    queryKey: ["price", path],
    queryFn: ({ signal }) => getJson<PriceExplanation>(path, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

export function linePricePath(cartId: string, lineId: string): string {
  return `/api${pathOf("carts", cartId, "lines", lineId, "price")}`;
}

export function productPricePath(
  ref: { vendor: string; key: string },
  asked: { plan: string; quantity: string; currency: string | undefined },
): string {
  return withSearch(`/api${pathOf("products", ref.vendor, ref.key, "price")}`, asked);
}

type LinePrice = { readonly text: string | null; readonly reason: string };

export async function setLinePrice(cart: CartDto, lineId: string, { text, reason }: LinePrice): Promise<CartDto> {
  const path = `/api${pathOf("carts", cart.id, "lines", lineId)}`;
  const body = { price: text === null ? null : { text }, ...(reason ? { reason } : {}) };
  return (await callApi<CartDto>("PATCH", path, { body, headers: { "If-Match": `"${cart.version}"` } })).body;
}

export type GoalWish = {
  readonly lineIds: readonly string[];
  readonly target:
    { readonly kind: "margin"; readonly percent: string } | { readonly kind: "total"; readonly amount: string };
  readonly dryRun: boolean;
};

export async function seekGoal(cart: CartDto, wish: GoalWish): Promise<GoalResultDto> {
  const headers = { "If-Match": `"${cart.version}"` };
  return (await callApi<GoalResultDto>("POST", `/api${pathOf("carts", cart.id, "goal")}`, { body: wish, headers }))
    .body;
}
