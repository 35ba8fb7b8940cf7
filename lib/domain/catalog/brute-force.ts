import type { CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import {
  type CatalogFacet,
  catalogFacets,
  isFlagFacet,
  type StoredFacet,
  storedFacets,
} from "@/lib/domain/catalog/facets";
import { facetValuesOf, sortKeyOf } from "@/lib/domain/catalog/index/build-index";
import { chooseOffer, type ListRow, listRowOf, offerPerMonth } from "@/lib/domain/catalog/list-row";
import { comparePerMonth, comparePerMonthTo } from "@/lib/domain/catalog/per-month";
import { vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import type { Product } from "@/lib/domain/catalog/product";
import { defaultTaxonomy } from "@/lib/domain/catalog/default-taxonomy";
import { applyTaxonomy } from "@/lib/domain/catalog/taxonomy";
import { decimal } from "@/lib/domain/money/decimal";
import { marginOf } from "@/lib/domain/money/margin";
import { money } from "@/lib/domain/money/money";
import { defaultMarginBands, marginBand, marginBandNames } from "@/lib/domain/pricing/margin-bands";

type Line = {
  readonly key: string;
  readonly row: ListRow;
  readonly values: Record<StoredFacet, readonly string[]>;
  readonly sortName: string;
};

type Chosen = ReadonlyMap<CatalogFacet, readonly string[]>;

/** The slow way to the same answer, product by product: what the index is held against in tests. */
export function queryByBruteForce(
  products: readonly Product[],
  query: CatalogQuery,
  matchesText: (key: string) => boolean,
) {
  const lines = products.map(toLine).sort((a, b) => (a.sortName < b.sortName ? -1 : 1));
  const valuesOf = (facet: CatalogFacet) =>
    new Set<string>(facet === "marginBand" ? marginBandNames : lines.flatMap((line) => line.values[facet]));
  const isKnown = (facet: CatalogFacet, value: string) =>
    isFlagFacet(facet) ? value === "true" || value === "false" : valuesOf(facet).has(value);
  const dropped: { name: CatalogFacet; value: string }[] = [];
  const chosen = new Map<CatalogFacet, readonly string[]>();
  for (const facet of catalogFacets) {
    const values = [...new Set(query.filters?.[facet] ?? [])];
    dropped.push(...values.filter((value) => !isKnown(facet, value)).map((value) => ({ name: facet, value })));
    const kept = values.filter((value) => isKnown(facet, value));
    if (kept.length > 0) chosen.set(facet, kept);
  }
  const explicit = new Map(chosen);
  if (!chosen.has("archived")) chosen.set("archived", ["false"]);
  const asked = chosen.get("currency") ?? [];
  const found = lines.filter((line) => matchesText(line.key));
  const all = found.filter((line) => passes(line, query, chosen));
  return {
    keys: sortLines(all, query, asked).map((line) => line.key),
    total: all.length,
    dropped,
    /** What would be found if this were the only value chosen in its facet. */
    count: (facet: CatalogFacet, value: string) =>
      found.filter((line) => passes(line, query, new Map([...chosen, [facet, [value]]]))).length,
    isSelected: (facet: CatalogFacet, value: string) => explicit.get(facet)?.includes(value) ?? false,
    values: valuesOf,
  };
}

function passes(line: Line, query: CatalogQuery, chosen: Chosen): boolean {
  const asked = chosen.get("currency") ?? [];
  const has = (facet: CatalogFacet, value: string) =>
    facet === "marginBand" ? bandOf(line, query, asked) === value : line.values[facet].includes(value);
  return (
    isInRange(line, query, asked) && [...chosen].every(([facet, values]) => values.some((value) => has(facet, value)))
  );
}

function bandOf({ row }: Line, { marginBands = defaultMarginBands }: CatalogQuery, asked: readonly string[]) {
  const offer = chooseOffer(row.offers, asked);
  if (!offer || offer.amounts.price === null || !("amount" in offer.amounts.cost)) return null;
  if (offer.amounts.cost.currency !== undefined) return null;
  const { percent } = marginOf(money(offer.amounts.cost.amount, "XXX"), money(offer.amounts.price, "XXX"));
  return percent === null ? null : marginBand(percent, marginBands);
}

function toLine(given: Product): Line {
  const product = applyTaxonomy(given, defaultTaxonomy);
  const row = listRowOf(product, vendorAmounts);
  const raw = facetValuesOf(product, row);
  const values = Object.fromEntries(
    storedFacets.map((facet) => [facet, raw[facet].filter((value) => value !== null)]),
  ) as Record<StoredFacet, string[]>;
  return { key: product.key, row, values, sortName: sortKeyOf(product) };
}

function isInRange({ row }: Line, { priceMin, priceMax }: CatalogQuery, asked: readonly string[]): boolean {
  if (priceMin === undefined && priceMax === undefined) return true;
  const offer = chooseOffer(row.offers, asked);
  const price = offer && offerPerMonth(offer);
  if (!price) return false;
  if (priceMin !== undefined && comparePerMonthTo(price, decimal(priceMin)) < 0) return false;
  return priceMax === undefined || comparePerMonthTo(price, decimal(priceMax)) <= 0;
}

/** Lines come in order of name; unknown values last both ways; currencies apart. */
function sortLines(lines: readonly Line[], { sort }: CatalogQuery, asked: readonly string[]): Line[] {
  if (!sort || sort.by === "relevance" || sort.by === "name") return sort?.descending ? lines.toReversed() : [...lines];
  const turned = sort.descending ? -1 : 1;
  const compare = {
    price: comparePrices(asked, turned),
    margin: compareMargins(asked, turned),
    updated: compareUpdated(turned),
  }[sort.by];
  return lines.toSorted(compare);
}

type Compare = (a: Line, b: Line) => number;

function comparePrices(asked: readonly string[], turned: number): Compare {
  return (a, b) => {
    const [left, right] = [chooseOffer(a.row.offers, asked), chooseOffer(b.row.offers, asked)];
    const [x, y] = [left && offerPerMonth(left), right && offerPerMonth(right)];
    if (!left || !right || !x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
    const group = (currency: string) => (asked.includes(currency) ? `0${asked.indexOf(currency)}` : `1${currency}`);
    const [from, to] = [group(left.currency), group(right.currency)];
    if (from !== to) return from < to ? -1 : 1;
    return turned * comparePerMonth(x, y);
  };
}

function compareMargins(asked: readonly string[], turned: number): Compare {
  const share = (line: Line) => {
    const amounts = chooseOffer(line.row.offers, asked)?.amounts;
    if (!amounts || amounts.price === null || !("amount" in amounts.cost) || amounts.cost.currency !== undefined)
      return null;
    if (decimal(amounts.price).units === 0n) return null;
    const scaled = (text: string) => decimal(text).units * 10n ** BigInt(12 - decimal(text).scale);
    return { profit: scaled(amounts.price) - scaled(amounts.cost.amount), price: scaled(amounts.price) };
  };
  return (a, b) => {
    const [x, y] = [share(a), share(b)];
    if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
    const difference = x.profit * y.price - y.profit * x.price;
    return difference === 0n ? 0 : turned * (difference < 0n ? -1 : 1);
  };
}

function compareUpdated(turned: number): Compare {
  return (a, b) => {
    const [x, y] = [a.row.updatedAt, b.row.updatedAt];
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
    return turned * (Date.parse(x) - Date.parse(y));
  };
}
