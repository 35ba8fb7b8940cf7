import type { CartDto } from "@/lib/contracts/cart";
import type { ListToCart } from "@/lib/contracts/favourites";
import type { Cart, CartLine } from "@/lib/domain/cart/cart";
import { choosePlan, whyNotOrderable } from "@/lib/domain/cart/resolve-line";
import { planCurrencies } from "@/lib/domain/catalog/plan-amounts";
import type { NotOrderableReason, Product, ProductRef } from "@/lib/domain/catalog/product";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { withLine } from "@/lib/server/carts/add-to-cart";
import { changeCart } from "@/lib/server/carts/change-cart";
import { productsFor } from "@/lib/server/carts/price-lines";
import { settleLines } from "@/lib/server/carts/settle-lines";
import type { Desk } from "@/lib/server/desk";
import { findList } from "@/lib/server/favourites/favourite-store";
import type { Viewer } from "@/lib/server/viewer";

type Row = ListToCart["rows"][number];
type NewLine = { readonly vendor: string; readonly key: string; readonly plan: string; readonly quantity: string };
type Fitting = { readonly row: Row; readonly line: NewLine | null };

export async function addListToCart(desk: Desk, viewer: Viewer, id: string, cartId: string): Promise<ListToCart> {
  const list = await findList(desk.db, viewer, id, "read");
  const words = { label: `Add list ${list.name}`, action: "list-added", detail: { listId: list.id } };
  return addAll(desk, viewer, cartId, list.items, words);
}

export async function addProductsToCart(
  desk: Desk,
  viewer: Viewer,
  cartId: string,
  refs: readonly ProductRef[],
): Promise<ListToCart> {
  const once = new Map(refs.map(({ vendor, key }) => [`${vendor} ${key}`, { vendor, key, name: key }]));
  const items = [...once.values()];
  const label = items.length === 1 ? "Add 1 product" : `Add ${items.length} products`;
  return addAll(desk, viewer, cartId, items, { label, action: "products-added", detail: {} });
}

type Item = ProductRef & { readonly name: string };
type Words = { readonly label: string; readonly action: string; readonly detail: Readonly<Record<string, unknown>> };

/**
 * Each product that can be ordered in the cart's currency, at its least quantity, as one step that one undo takes back.
 * What is in the cart already stays as it is: a quantity is never changed silently.
 */
async function addAll(
  desk: Desk,
  viewer: Viewer,
  cartId: string,
  items: readonly Item[],
  { label, action, detail }: Words,
): Promise<ListToCart> {
  let fittings: readonly Fitting[] = [];
  const cart = await changeCart(desk, viewer, cartId, "any", async ({ state }) => {
    fittings = items.map((item) => fit(desk, state, item));
    const lines = fittings.flatMap(({ line }) => line ?? []);
    const lookup = await productsFor(desk, lines, "without");
    const filled = lines.reduce<Cart>((now, line) => withLine(now, line, lookup), state);
    return { ...(await settleLines(desk, state, filled, { action, label })), detail };
  });
  const rows = fittings.map(({ row, line }) => saying(row, line ? problemsOf(cart, line) : []));
  return { cart, added: rows.filter(({ outcome }) => outcome === "added").length, rows };
}

function saying(row: Row, problems: readonly string[]): Row {
  return problems.length > 0 ? { ...row, message: problems.join(" ") } : row;
}

/** What the rules say of the line that stands for it in the cart now. */
function problemsOf(cart: CartDto, line: NewLine): string[] {
  const standing = cart.lines.find((one) => isSame(one, line));
  return cart.problems.flatMap(({ lineId, message }) => (lineId === standing?.id ? [message] : []));
}

function fit(desk: Desk, cart: Pick<Cart, "currency" | "lines">, item: Item): Fitting {
  const product = desk.catalog.find(item);
  const { vendor, key } = item;
  const row = (outcome: Row["outcome"], message: string): Fitting => ({
    row: { vendor, key, name: product?.name ?? item.name, outcome, message },
    line: null,
  });
  const plan = product && choosePlan(product, null);
  if (!product || !plan) return row("gone", `${desk.vendorLabel(vendor)} no longer offers it.`);
  const standing = cart.lines.find((line) => line.vendor === vendor && line.key === product.key);
  if (standing) return row("in-cart", `Already in the cart with ${standing.quantity}; that stays.`);
  const reason = whyNotOrderable(product, plan);
  if (reason) return row("not-orderable", refusals[reason]);
  const orderable = plansIn(product, cart.currency);
  const chosen = orderable.find((one) => one.key === plan.key) ?? orderable[0];
  if (!chosen) return row("other-currency", `It has no price in ${cart.currency}.`);
  const line = { vendor, key: product.key, plan: chosen.key, quantity: offerQuantity(chosen) };
  return { row: { vendor, key, name: product.name, outcome: "added", message: "" }, line };
}

const refusals: Record<NotOrderableReason, string> = {
  archived: "The vendor has archived it.",
  referralOnly: "The vendor sells it by referral only.",
  noPrice: "The vendor gives no price for it.",
  trial: "It is a trial, started with the vendor.",
  notOffered: "The vendor does not offer it for order.",
};

function plansIn(product: Product, currency: string) {
  return product.plans.filter((plan) => plan.notOrderable === null && planCurrencies(plan).includes(currency));
}

function isSame(line: Pick<CartLine, "vendor" | "key" | "plan">, other: NewLine): boolean {
  return line.vendor === other.vendor && line.key === other.key && (line.plan ?? other.plan) === other.plan;
}
