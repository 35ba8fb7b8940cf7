import type { z } from "zod";
import type { PasteResultSchema } from "@/lib/contracts/cart-paste";
import type { Plan, Product } from "@/lib/domain/catalog/product";
import type { CartLine, CartProblem, ProductLookup } from "@/lib/domain/cart/cart";
import { judgeCart } from "@/lib/domain/cart/judge-cart";
import { presetComponents } from "@/lib/domain/cart/preset-components";
import { choosePlan, whyNotOrderable } from "@/lib/domain/cart/resolve-line";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import type { CartState } from "@/lib/server/carts/cart-state";
import type { PastedRow } from "@/lib/server/carts/parse-paste";
import { priceLines, productsFor } from "@/lib/server/carts/price-lines";
import { today } from "@/lib/server/house-day";
import { cartCustomer } from "@/lib/server/customers/read-customers";
import type { Desk } from "@/lib/server/desk";

export type PasteRowDto = z.input<typeof PasteResultSchema>["rows"][number];

/** `add` is the line to add on confirming; null where the row adds nothing. */
export type MatchedRow = {
  readonly row: PasteRowDto;
  readonly add: {
    readonly vendor: string;
    readonly key: string;
    readonly plan: string;
    readonly quantity: string;
  } | null;
};

type Found = { readonly pasted: PastedRow; readonly candidates: readonly Product[]; readonly line: CartLine | null };

/** What each pasted row stands for, and what the rules would say of the cart with all of them in it. */
export async function matchPaste(desk: Desk, state: CartState, pasted: readonly PastedRow[]): Promise<MatchedRow[]> {
  const found = pasted.map((row, index) => findRow(desk, row, `row ${index + 1}`));
  const lines = found.flatMap(({ line }) => line ?? []);
  const lookup = await productsFor(desk, [...state.lines, ...lines], "without");
  const configured = new Map(lines.map((line) => [line.id, withPreset(line, lookup)]));
  const cart = { currency: state.currency, lines: [...state.lines, ...configured.values()] };
  const { houseRules, prices } = desk;
  const customer = await cartCustomer(desk, state);
  const asked = { owned: customer?.owned ?? [], customer: customer?.id ?? null, date: today(desk) };
  const settings = { houseRules, prices, ...asked };
  const problems = Map.groupBy(judgeCart(cart, lookup, settings).problems, ({ lineId }) => lineId);
  return found.map((one, index) => describe(desk, state, one, found.slice(0, index), problems));
}

function withPreset(line: CartLine, lookup: ProductLookup): CartLine {
  const product = lookup(line);
  const plan = product && choosePlan(product, line.plan);
  return { ...line, components: presetComponents(plan?.configuration ?? null) };
}

function findRow(desk: Desk, pasted: PastedRow, id: string): Found {
  if (pasted.unreadable !== null) return { pasted, candidates: [], line: null };
  const candidates = candidatesFor(desk, pasted.partNumber);
  const [product] = candidates;
  const plan = product && candidates.length === 1 ? choosePlan(product, null) : null;
  if (!product || !plan) return { pasted, candidates, line: null };
  const { vendor, key } = product;
  const quantity = pasted.quantity ?? offerQuantity(plan);
  return { pasted, candidates, line: { id, vendor, key, plan: plan.key, quantity, components: [], attributes: {} } };
}

/** By part number, else by key or the vendor's id. What cannot be ordered counts only where nothing else answers. */
function candidatesFor(desk: Desk, number: string): readonly Product[] {
  const byNumber = desk.catalog.findByPartNumber(number);
  const vendors = Object.keys(desk.catalog.asOf);
  const found =
    byNumber.length > 0 ? byNumber : vendors.flatMap((vendor) => desk.catalog.find({ vendor, key: number }) ?? []);
  const orderable = found.filter((product) => {
    const plan = choosePlan(product, null);
    return plan !== null && whyNotOrderable(product, plan) === null;
  });
  return orderable.length > 0 ? orderable : found;
}

function describe(
  desk: Desk,
  state: CartState,
  found: Found,
  earlier: readonly Found[],
  problems: ReadonlyMap<string, readonly CartProblem[]>,
): MatchedRow {
  const { pasted, candidates, line } = found;
  const own = line ? (problems.get(line.id) ?? []) : [];
  const verdict = outcomeOf(state, found, earlier, own);
  const row: PasteRowDto = {
    input: pasted.input,
    partNumber: pasted.partNumber,
    quantity: line?.quantity ?? pasted.quantity,
    outcome: verdict.outcome,
    message: verdict.message,
    candidates: candidates.map((product) => toCandidate(desk, product, state)),
  };
  const adds = line?.plan != null && (verdict.outcome === "matched" || verdict.outcome === "duplicate");
  const { vendor, key, plan, quantity } = line ?? {};
  return adds && vendor && key && plan && quantity ? { row, add: { vendor, key, plan, quantity } } : { row, add: null };
}

function outcomeOf(
  state: CartState,
  { pasted, candidates, line }: Found,
  earlier: readonly Found[],
  problems: readonly CartProblem[],
): Pick<PasteRowDto, "outcome" | "message"> {
  if (pasted.unreadable !== null) return { outcome: "unreadable", message: pasted.unreadable };
  if (candidates.length > 1) {
    const message = `${candidates.length} products have this part number. Choose one.`;
    return { outcome: "several", message };
  }
  if (!line) return { outcome: "unknown", message: "The catalog has no such part number." };
  const limit = problems.find(({ kind }) => kind.startsWith("quantity-"));
  if (limit) return { outcome: "quantity-out-of-range", message: limit.message };
  const said = problems.map(({ message }) => message).join(" ");
  const same = (other: Pick<CartLine, "vendor" | "key" | "plan">) =>
    other.vendor === line.vendor && other.key === line.key && other.plan === line.plan;
  const before = earlier.findIndex((other) => other.line !== null && same(other.line));
  if (before >= 0) {
    return { outcome: "duplicate", message: `Also on line ${before + 1}: the quantities are added up. ${said}`.trim() };
  }
  const standing = state.lines.find(same);
  if (standing) {
    const message = `Already in the cart with ${standing.quantity}: this adds ${line.quantity}. ${said}`.trim();
    return { outcome: "duplicate", message };
  }
  return { outcome: "matched", message: said };
}

function toCandidate(
  desk: Desk,
  product: Product,
  { currency, customer }: CartState,
): PasteRowDto["candidates"][number] {
  const plan: Plan | null = choosePlan(product, null);
  const quantity = plan ? offerQuantity(plan) : "1";
  const { vendor, key, name } = product;
  const line = { id: "", vendor, key, plan: plan?.key ?? null, quantity, components: [], attributes: {} };
  const basis = { currency, customer: customer ?? null, date: today(desk) };
  const [priced] = priceLines(desk, [line], () => product, basis);
  const price = priced?.priced?.recurring?.price ?? null;
  return { vendor, key, name, price, billingPeriod: plan?.billingPeriod ?? null, commitment: plan?.commitment ?? null };
}
