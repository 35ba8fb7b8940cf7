import type { Cart, CartLine } from "@/lib/domain/cart/cart";
import { joinNames, quantityWords } from "@/lib/domain/cart/words";

/** One change of a cart in words, for "Undo: …"; null where nothing changed. */
export function describeChange(before: Cart, after: Cart, nameOf: (line: CartLine) => string): string | null {
  const old = new Map(before.lines.map((line) => [line.id, line]));
  const kept = new Set(after.lines.map(({ id }) => id));
  const added = after.lines.filter(({ id }) => !old.has(id));
  const removed = before.lines.filter(({ id }) => !kept.has(id));
  const changed = after.lines.flatMap((line) => {
    const was = old.get(line.id);
    return was && JSON.stringify(was) !== JSON.stringify(line) ? [changeWords(was, line, nameOf(line))] : [];
  });
  if (after.lines.length === 0 && removed.length > 1) return `Clear the cart (${removed.length} lines)`;
  const parts = [
    ...(removed.length > 0 ? [`Remove ${joinNames(removed.map(nameOf))}`] : []),
    ...(changed.length > 2 ? [`Change ${changed.length} lines`] : changed),
    ...(added.length > 0 ? [`Add ${joinNames(added.map(nameOf))}`] : []),
    ...(before.currency === after.currency ? [] : [`Change the currency to ${after.currency}`]),
  ];
  return parts.length > 0 ? parts.join("; ") : null;
}

function changeWords(was: CartLine, is: CartLine, name: string): string {
  if (was.quantity !== is.quantity) {
    return `Change ${name} from ${quantityWords(was.quantity)} to ${quantityWords(is.quantity)}`;
  }
  if (was.plan !== is.plan) return `Change the plan of ${name}`;
  if (JSON.stringify(was.typed) !== JSON.stringify(is.typed)) return `Change the price of ${name}`;
  return `Change the configuration of ${name}`;
}
