import type { CartDto, Fix, LineChange } from "@/lib/client/cart-shapes";

export type CartWrite =
  | { kind: "quantity"; lineId: string; quantity: string }
  | { kind: "configure"; lineId: string; change: LineChange }
  | { kind: "remove"; lineId: string }
  | { kind: "fix"; lineId: string; fix: Fix }
  | { kind: "rename"; name: string }
  | { kind: "undo" };

/** How the cart looks while a write is under way. Amounts are left to the server: there is one price engine. */
export function previewWrite(cart: CartDto, write: CartWrite): CartDto {
  if (write.kind === "quantity") return withQuantities(cart, new Map([[write.lineId, write.quantity]]));
  if (write.kind === "remove") return withoutLines(cart, new Set([write.lineId]));
  if (write.kind === "configure") return withChange(cart, write.lineId, write.change);
  if (write.kind === "fix") return previewFix(cart, write.fix);
  return write.kind === "rename" ? { ...cart, name: write.name } : cart;
}

function previewFix(cart: CartDto, fix: Fix): CartDto {
  const quantities = new Map(
    fix.changes.flatMap((change) => (change.quantity === undefined ? [] : [[change.lineId, change.quantity] as const])),
  );
  const changed = withQuantities(withoutLines(cart, new Set(fix.removes)), quantities);
  const open = changed.problems.filter((problem) => problem.fixes.every(({ id }) => id !== fix.id));
  return { ...changed, problems: open };
}

function withQuantities(cart: CartDto, quantities: ReadonlyMap<string, string>): CartDto {
  const lines = cart.lines.map((line) => ({ ...line, quantity: quantities.get(line.id) ?? line.quantity }));
  return { ...cart, lines };
}

function withChange(cart: CartDto, lineId: string, change: LineChange): CartDto {
  const lines = cart.lines.map((line) =>
    line.id === lineId ? { ...line, attributes: change.attributes ?? line.attributes } : line,
  );
  return { ...cart, lines };
}

function withoutLines(cart: CartDto, ids: ReadonlySet<string>): CartDto {
  if (ids.size === 0) return cart;
  const stays = (id: string) => !ids.has(id);
  return {
    ...cart,
    lines: cart.lines.filter((line) => stays(line.id)),
    problems: cart.problems.filter((problem) => stays(problem.lineId)),
    orders: cart.orders
      .map((order) => ({ ...order, lines: order.lines.filter(stays) }))
      .filter((order) => order.lines.length > 0),
  };
}
