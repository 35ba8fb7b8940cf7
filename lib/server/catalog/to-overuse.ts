import type { OveruseDto } from "@/lib/contracts/amount";
import type { OverusePrice } from "@/lib/domain/pricing/overuse";

/** What is billed by use, field by field; cost and margin only for those who may see them. */
export function toOveruse(overuse: readonly OverusePrice[], costs: boolean): OveruseDto[] {
  return overuse.map(({ from, model, price, listPrice, cost, margin }) => ({
    from,
    model,
    price,
    listPrice,
    ...(costs ? { cost, margin } : {}),
  }));
}
