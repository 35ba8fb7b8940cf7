import type { Product } from "@/lib/domain/catalog/product";
import type { Cart, CartFix, CartLine, LineChange, LineToAdd, ProductLookup } from "@/lib/domain/cart/cart";
import { presetComponents } from "@/lib/domain/cart/preset-components";
import { choosePlan } from "@/lib/domain/cart/resolve-line";
import { decimal, type DecimalString, formatDecimal } from "@/lib/domain/money/decimal";
import { addDecimals, trimDecimal } from "@/lib/domain/money/decimal-arithmetic";

/** The same product, plan and configuration again adds to the quantity of the line that is there. */
export function addLine(cart: Cart, toAdd: LineToAdd, id: string, product: Product | null): Cart {
  const line = newLine(toAdd, id, product);
  const identity = identityOf(line);
  const same = cart.lines.find((other) => identityOf(other) === identity);
  if (!same) return { ...cart, lines: [...cart.lines, line] };
  const quantity = formatDecimal(trimDecimal(addDecimals(decimal(same.quantity), decimal(line.quantity))));
  return changeLine(cart, same.id, { quantity });
}

/**
 * A cart without the line stays as it is. `typed: null` goes back to what the rules give; so does another plan where an
 * amount was typed, for it may be billed by another period.
 */
export function changeLine(cart: Cart, lineId: string, change: LineChange): Cart {
  return { ...cart, lines: cart.lines.map((line) => (line.id === lineId ? changed(line, change) : line)) };
}

export function removeLine(cart: Cart, lineId: string): Cart {
  return { ...cart, lines: cart.lines.filter(({ id }) => id !== lineId) };
}

/** Does exactly what the fix says. `nextId` names the lines it adds. */
export function applyFix(cart: Cart, fix: CartFix, nextId: () => string, lookup: ProductLookup): Cart {
  const without = fix.removes.reduce(removeLine, cart);
  const withChanges = fix.changes.reduce((now, { lineId, ...change }) => changeLine(now, lineId, change), without);
  return fix.adds.reduce((now, toAdd) => addLine(now, toAdd, nextId(), lookup(toAdd)), withChanges);
}

function newLine(toAdd: LineToAdd, id: string, product: Product | null): CartLine {
  const plan = toAdd.plan ?? null;
  const chosen = product && choosePlan(product, plan);
  return {
    id,
    vendor: toAdd.vendor,
    key: toAdd.key,
    plan: plan ?? chosen?.key ?? null,
    quantity: formatQuantity(toAdd.quantity),
    components: toAdd.components ?? presetComponents(chosen?.configuration ?? null),
    attributes: toAdd.attributes ?? {},
  };
}

function changed(line: CartLine, { typed, quantity, plan, components, attributes }: LineChange): CartLine {
  const { typed: typedBefore, ...rest } = line;
  const isOfOtherPlan = plan !== undefined && plan !== line.plan && typedBefore?.price?.kind === "amount";
  const kept = typed === undefined ? (isOfOtherPlan ? null : typedBefore) : typed;
  return {
    ...rest,
    ...(quantity === undefined ? {} : { quantity: formatQuantity(quantity) }),
    ...(plan === undefined ? {} : { plan }),
    ...(components === undefined ? {} : { components }),
    ...(attributes === undefined ? {} : { attributes }),
    ...(kept === undefined || kept === null ? {} : { typed: kept }),
  };
}

/** "1.0" and "1" are the same quantity and are stored the same. */
function formatQuantity(quantity: DecimalString): DecimalString {
  return formatDecimal(trimDecimal(decimal(quantity)));
}

/** What makes two lines one: everything but the quantity, whatever order the choices were made in. */
function identityOf({ vendor, key, plan, components, attributes }: CartLine): string {
  const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
  const parts = components.map((part) => [part.key, part.quantity ?? null] as const).toSorted(byKey);
  const values = Object.entries(attributes)
    .map(([component, given]) => [component, Object.entries(given).toSorted(byKey)] as const)
    .toSorted(byKey);
  return JSON.stringify([vendor, key, plan, parts, values]);
}
