import type { CartOrder } from "@/lib/domain/cart/cart";
import { isKnownLine, type KnownLine, type ResolvedLine } from "@/lib/domain/cart/resolve-line";

type Draft = { readonly vendor: string; readonly service: string | null; commitment: string | null; lines: string[] };

/**
 * One order per service, or per product and plan where the vendor has no services, and apart by commitment. A line
 * without a commitment joins the service's first order. What is no longer offered is on no order.
 */
export function splitOrders(lines: readonly ResolvedLine[]): CartOrder[] {
  const groups = new Map<string, Draft[]>();
  const drafts: Draft[] = [];
  for (const resolved of lines) {
    if (!isKnownLine(resolved)) continue;
    const { commitment } = resolved.plan;
    const key = groupOf(resolved);
    const group = groups.get(key) ?? [];
    const fits = (draft: Draft) => commitment === null || draft.commitment === null || draft.commitment === commitment;
    let draft = group.find(fits);
    if (!draft) {
      draft = { vendor: resolved.product.vendor, service: resolved.product.service, commitment, lines: [] };
      groups.set(key, [...group, draft]);
      drafts.push(draft);
    }
    draft.commitment ??= commitment;
    draft.lines.push(resolved.line.id);
  }
  return drafts.map(({ vendor, service, lines: ids }, index) => ({ number: index + 1, vendor, service, lines: ids }));
}

function groupOf({ product, plan }: KnownLine): string {
  const { vendor, service, key } = product;
  return JSON.stringify(service === null ? [vendor, key, plan.key] : [vendor, service]);
}
