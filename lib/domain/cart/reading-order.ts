import type { CartNesting, CartOrder } from "@/lib/domain/cart/cart";

type Placed = { readonly orders: readonly Pick<CartOrder, "lines">[]; readonly nesting: CartNesting };

/** Line ids as one reads them: order by order, each add-on right after what it needs, what fits no order last. */
export function readingOrder(lineIds: readonly string[], { orders, nesting }: Placed): string[] {
  const children = Map.groupBy(lineIds, (id) => nesting.get(id) ?? null);
  const seen = new Set<string>();
  const place = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const child of children.get(id) ?? []) place(child);
  };
  const known = new Set(lineIds);
  for (const id of [...orders.flatMap((order) => order.lines), ...lineIds]) {
    const parent = nesting.get(id) ?? null;
    if (known.has(id) && (parent === null || !known.has(parent))) place(id);
  }
  // Lines that hang under each other in a circle have no top.
  for (const id of lineIds) place(id);
  return [...seen];
}
