import type { PriceRow, Product } from "@/lib/domain/catalog/product";
import type { Cart, CartSettings, ProductLookup } from "@/lib/domain/cart/cart";
import { type Offer, offerOf, offerWordsOf, planToOrder } from "@/lib/domain/cart/offers";
import { priceCartLine } from "@/lib/domain/cart/price-cart-line";
import { collectNames, type Groups, productNeeds, productRules } from "@/lib/domain/cart/product-needs";
import { type KnownLine, type ResolvedLine, resolveLines } from "@/lib/domain/cart/resolve-line";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import { indexHouseRules, refId, refOfId } from "@/lib/domain/dependencies/house-rule-index";
import type { RequirementGraph } from "@/lib/domain/dependencies/requirement-graph";
import type { PricedLine } from "@/lib/domain/pricing/price-line";

/** The cart as its rules see it: every answer is worked out once and kept for the one judgement it serves. */
export type Scene = {
  readonly cart: Cart;
  readonly lines: readonly ResolvedLine[];
  /** By product id; the lines of one product in cart order. */
  readonly linesById: ReadonlyMap<string, readonly ResolvedLine[]>;
  readonly productIdOf: (lineId: string) => string;
  readonly isPresent: (id: string) => boolean;
  readonly isOwned: (id: string) => boolean;
  readonly graph: RequirementGraph;
  readonly productOf: (id: string) => Product | null;
  readonly nameOf: (id: string) => string;
  readonly rulesOf: (product: Product) => readonly HouseRule[];
  readonly canBeOrdered: (id: string) => boolean;
  /** Whether the vendor, a rule or somebody's hand gives the line an amount to ask for. */
  readonly isPriced: (line: KnownLine) => boolean;
  /** The line that adds the product; null where it cannot be ordered. */
  readonly offerOf: (id: string) => Offer | null;
  /** "Office 365 E1 (1 × 19.80 / month)". */
  readonly offerWordsOf: (offer: Offer) => string;
};

export function setScene(cart: Cart, lookup: ProductLookup, settings: CartSettings): Scene {
  const lines = resolveLines(cart, lookup);
  const index = indexHouseRules(settings.houseRules);
  const linesById = Map.groupBy(lines, ({ line }) => refId(line));
  const productIds = new Map(cart.lines.map((line) => [line.id, refId(line)]));
  const owned = new Set(settings.owned.map(refId));
  const known = new Map<string, Known>();
  const knownOf = (id: string): Known => {
    const before = known.get(id);
    if (before) return before;
    // What is on a line was looked up already.
    const onLine = linesById.get(id)?.[0];
    const found: Known = { product: onLine ? onLine.product : lookup(refOfId(id)), groups: null };
    known.set(id, found);
    return found;
  };
  const productOf = (id: string) => knownOf(id).product;
  const needing: Product[] = [];
  const names = new Map<string, string>();
  const nameInNeeds = (id: string) => {
    for (const product of needing.splice(0)) collectNames(product, names);
    return names.get(id);
  };
  const groupsOf = (id: string) => {
    const asked = knownOf(id);
    if (asked.groups) return asked.groups;
    const { product } = asked;
    if (product && product.requires.length > 0) needing.push(product);
    asked.groups = product ? productNeeds(product, id, index) : noGroups;
    return asked.groups;
  };
  return {
    cart,
    lines,
    linesById,
    productIdOf: (lineId) => productIds.get(lineId) ?? lineId,
    isPresent: (id) => linesById.has(id) || owned.has(id),
    isOwned: (id) => owned.has(id),
    graph: { groupsOf },
    productOf,
    nameOf: (id) => productOf(id)?.name ?? nameInNeeds(id) ?? refOfId(id).key,
    rulesOf: (product) => productRules(product, index),
    canBeOrdered: (id) => {
      const product = productOf(id);
      return product !== null && planToOrder(product) !== null;
    },
    isPriced: (line) => line.plan.prices.some(isSold) || isCharged(priceCartLine(cart, line, settings)),
    offerOf: (id) => {
      const product = productOf(id);
      return product && offerOf(product, index);
    },
    offerWordsOf: (offer) => offerWordsOf(offer, cart, settings),
  };
}

function isSold({ side }: PriceRow): boolean {
  return side !== "cost";
}

function isCharged(priced: PricedLine | null): boolean {
  return priced !== null && (priced.recurring !== null || priced.setup !== null || priced.overuse.length > 0);
}

/** `groups` null = nobody asked yet. */
type Known = { readonly product: Product | null; groups: Groups | null };

const noGroups: Groups = [];
