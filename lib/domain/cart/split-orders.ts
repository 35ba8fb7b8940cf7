import type { CartOrder } from "@/lib/domain/cart/cart";
import { isKnownLine, type KnownLine, type ResolvedLine } from "@/lib/domain/cart/resolve-line";

type Draft = { readonly vendor: string; readonly service: string | null; readonly lines: string[] };

/**
 * One order per service, or per product and plan where the vendor has no services (product decision 2). Lines of one
 * service may differ in commitment: each names its periods on the order. What is no longer offered is on no order.
 */
export function splitOrders(lines: readonly ResolvedLine[]): CartOrder[] {
  const drafts = new Map<string, Draft>();
  for (const resolved of lines) {
    if (!isKnownLine(resolved)) continue;
    const key = groupOf(resolved);
    const { vendor, service } = resolved.product;
    const draft = drafts.get(key) ?? { vendor, service, lines: [] };
    draft.lines.push(resolved.line.id);
    drafts.set(key, draft);
  }
  return [...drafts.values()].map(({ vendor, service, lines: ids }, index) => ({
    number: index + 1,
    vendor,
    service,
    lines: ids,
  }));
}

function groupOf({ product, plan }: KnownLine): string {
  const { vendor, service, key } = product;
  // A vendor id is a segment of an address: it holds no slash and begins with no bracket.
  return service === null ? JSON.stringify([vendor, key, plan.key]) : `${vendor}/${service}`;
}
