import type { CartDto, CartLineDto, CartProblemDto } from "@/lib/client/cart-shapes";

export type GroupedLine = { line: CartLineDto; depth: number; problems: readonly CartProblemDto[] };

export type CartGroup = {
  key: string;
  /** Number of the order draft; null for lines that can become no order. */
  order: number | null;
  vendor: string;
  vendorLabel: string;
  /** What the order is about: the vendor's service, or the plan where each plan is its own order. */
  service: string | null;
  lines: readonly GroupedLine[];
};

/** Every line exactly once: by order, add-ons right under what they need, then whatever fits no order. */
export function cartGroups(cart: CartDto): CartGroup[] {
  const lines = new Map(cart.lines.map((line) => [line.id, line]));
  const problems = Map.groupBy(cart.problems, (problem) => problem.lineId);
  const placed = new Set<string>();
  const groups = cart.orders.map((order) => {
    const own = order.lines.flatMap((id) => lines.get(id) ?? []);
    for (const line of own) placed.add(line.id);
    return {
      key: `order-${order.number}`,
      order: order.number,
      vendor: order.vendor,
      vendorLabel: order.vendorLabel,
      service: order.service ?? own[0]?.name ?? null,
      lines: nested(own, problems),
    };
  });
  const rest = cart.lines.filter((line) => !placed.has(line.id));
  if (rest.length === 0) return groups;
  return [
    ...groups,
    { key: "no-order", order: null, vendor: "", vendorLabel: "", service: null, lines: nested(rest, problems) },
  ];
}

function nested(
  lines: readonly CartLineDto[],
  problems: ReadonlyMap<string, readonly CartProblemDto[]>,
): GroupedLine[] {
  const here = new Set(lines.map((line) => line.id));
  const children = Map.groupBy(lines, (line) => (line.under !== null && here.has(line.under) ? line.under : null));
  const seen = new Set<string>();
  const grouped: GroupedLine[] = [];
  const place = (line: CartLineDto, depth: number) => {
    if (seen.has(line.id)) return;
    seen.add(line.id);
    grouped.push({ line, depth, problems: problems.get(line.id) ?? [] });
    for (const child of children.get(line.id) ?? []) place(child, depth + 1);
  };
  for (const line of children.get(null) ?? []) place(line, 0);
  // Lines that need each other in a circle hang under no top line.
  for (const line of lines) place(line, 0);
  return grouped;
}
