import { type CatalogFacet, catalogFacets, type CatalogSort } from "@/lib/domain/catalog/facets";
import {
  addToBitset,
  type Bitset,
  bitsetRows,
  countBits,
  emptyBitset,
  fullBitset,
  intersectInto,
  isInBitset,
  sliceOfBitset,
} from "@/lib/domain/catalog/index/bitset";
import { countFacet, rowsWithAny } from "@/lib/domain/catalog/index/facet-column";
import type { CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
import { rankRange } from "@/lib/domain/catalog/index/offer-columns";
import { orderByKey } from "@/lib/domain/catalog/index/order-rows";
import { createShownOffers, type ShownOffers } from "@/lib/domain/catalog/index/shown-offers";
import { createTextMatcher, type TextMatches, type TextMatcher } from "@/lib/domain/catalog/text/match-text";
import { parseSearch } from "@/lib/domain/catalog/text/parse-search";
import type { Synonyms } from "@/lib/domain/catalog/text/synonyms";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { parseDecimal } from "@/lib/domain/money/decimal";

export type CatalogQuery = {
  readonly text?: string;
  readonly filters?: Readonly<Partial<Record<CatalogFacet, readonly string[]>>>;
  /** Bounds of the price per month as plain decimals, both included. */
  readonly priceMin?: string;
  readonly priceMax?: string;
  readonly sort?: { readonly by: CatalogSort; readonly descending: boolean };
  readonly page: number;
  readonly pageSize: number;
  /** Facets to count; all unless given. */
  readonly counted?: readonly CatalogFacet[];
};

export type FacetCount = { readonly value: string; readonly count: number; readonly selected: boolean };

export type CatalogAnswer = {
  readonly rows: readonly number[];
  readonly total: number;
  readonly facets: Readonly<Partial<Record<CatalogFacet, readonly FacetCount[]>>>;
  readonly dropped: readonly { readonly name: CatalogFacet; readonly value: string }[];
  readonly match: "all" | "some";
  /** Currencies the amounts were asked in, in order of preference. */
  readonly asked: readonly CurrencyCode[];
};

export type IndexQuerier = (query: CatalogQuery) => CatalogAnswer;

type Choice = { readonly facet: CatalogFacet; readonly codes: readonly number[]; readonly explicit: boolean };
type Chosen = { readonly choices: readonly Choice[]; readonly dropped: CatalogAnswer["dropped"] };

export function createIndexQuerier(data: CatalogIndexData, synonyms?: Synonyms): IndexQuerier {
  const shown = createShownOffers(data);
  const matcher = createTextMatcher(data.text);
  const codeOf = valueCodes(data);
  return (query) => {
    const { choices, dropped } = chooseValues(query.filters ?? {}, codeOf);
    const asked = (query.filters?.currency ?? []).filter((currency) => codeOf.currency.has(currency));
    const text = matchText(matcher, query.text ?? "", synonyms);
    const base = baseRows(data, text, priceRows(data, shown, asked, query));
    const { all, without } = applyChoices(data, base, choices);
    const total = countBits(all);
    return {
      rows: pageOfRows({ shown, asked, text, all, total }, query),
      total,
      facets: countFacets(data, query.counted ?? catalogFacets, choices, { all, without, total }),
      dropped,
      match: text?.match ?? "all",
      asked,
    };
  };
}

type ValueCodes = Readonly<Record<CatalogFacet, ReadonlyMap<string, number>>>;

function valueCodes(data: CatalogIndexData): ValueCodes {
  const entries = catalogFacets.map(
    (name) => [name, new Map(data.facets[name].values.map((value, code) => [value, code]))] as const,
  );
  return Object.fromEntries(entries) as Record<CatalogFacet, Map<string, number>>;
}

/** Archived products stay out unless the query speaks of them. */
function chooseValues(filters: NonNullable<CatalogQuery["filters"]>, codeOf: ValueCodes): Chosen {
  const choices: Choice[] = [];
  const dropped: { name: CatalogFacet; value: string }[] = [];
  for (const facet of catalogFacets) {
    const codes: number[] = [];
    for (const value of new Set(filters[facet] ?? [])) {
      const code = codeOf[facet].get(value);
      if (code !== undefined) codes.push(code);
      else if (isFlag(facet) && (value === "true" || value === "false")) codes.push(-1);
      else dropped.push({ name: facet, value });
    }
    if (codes.length > 0) choices.push({ facet, codes, explicit: true });
    else if (facet === "archived")
      choices.push({ facet, codes: [codeOf.archived.get("false") ?? -1], explicit: false });
  }
  return { choices, dropped };
}

/** A flag no product has at the moment is an empty answer, not an unknown value. */
function isFlag(facet: CatalogFacet): boolean {
  return facet === "costKnown" || facet === "needsOther" || facet === "archived";
}

function matchText(matcher: TextMatcher, text: string, synonyms?: Synonyms): TextMatches | null {
  const search = parseSearch(text, synonyms);
  return search.clauses.length === 0 ? null : matcher.match(search);
}

function baseRows(data: CatalogIndexData, text: TextMatches | null, priced: Bitset | null): Bitset {
  if (!text) return priced ?? fullBitset(data.size);
  const set = emptyBitset(data.size);
  for (const row of text.rows) addToBitset(set, row);
  if (priced) intersectInto(set, priced);
  return set;
}

function priceRows(
  data: CatalogIndexData,
  shown: ShownOffers,
  asked: readonly CurrencyCode[],
  query: CatalogQuery,
): Bitset | null {
  if (query.priceMin === undefined && query.priceMax === undefined) return null;
  const [min, max] = [parseDecimal(query.priceMin ?? ""), parseDecimal(query.priceMax ?? "")];
  const [from, to] = rankRange(data.offers.prices, min, max);
  const set = emptyBitset(data.size);
  shown.offersFor(asked).forEach((offer, row) => {
    const rank = data.offers.priceRanks[offer] ?? -1;
    if (rank >= from && rank >= 0 && rank < to) addToBitset(set, row);
  });
  return set;
}

type Narrowed = {
  readonly all: Bitset;
  /** The rows that meet every choice but this facet's own. */
  readonly without: ReadonlyMap<CatalogFacet, Bitset>;
};

function applyChoices(data: CatalogIndexData, base: Bitset, choices: readonly Choice[]): Narrowed {
  const sets = choices.map(({ facet, codes }) => rowsWithAny(data.facets[facet], codes));
  const after: Bitset[] = [];
  let rest: Bitset | null = null;
  for (let i = sets.length - 1; i >= 0; i -= 1) {
    after[i] = rest ?? base;
    rest = (rest ?? base).slice();
    intersectInto(rest, sets[i] ?? base);
  }
  const without = new Map<CatalogFacet, Bitset>();
  let before: Bitset | null = null;
  choices.forEach(({ facet }, i) => {
    const others = (after[i] ?? base).slice();
    if (before) intersectInto(others, before);
    without.set(facet, others);
    const own = sets[i] ?? base;
    if (before) intersectInto(before, own);
    else before = own.slice();
  });
  return { all: rest ?? base, without };
}

/** Above this share of rows going through the values is cheaper than going through the rows. */
const FEW_ROWS_SHARE = 8;

function countFacets(
  data: CatalogIndexData,
  counted: readonly CatalogFacet[],
  choices: readonly Choice[],
  { all, without, total }: Narrowed & { readonly total: number },
): CatalogAnswer["facets"] {
  const few = (count: number) => count * FEW_ROWS_SHARE < data.size;
  const allRows = few(total) ? bitsetRows(all, total) : null;
  const facets: Partial<Record<CatalogFacet, FacetCount[]>> = {};
  for (const facet of counted) {
    const choice = choices.find((candidate) => candidate.facet === facet);
    const own = without.get(facet);
    const ownTotal = own ? countBits(own) : total;
    const ownRows = own && few(ownTotal) ? bitsetRows(own, ownTotal) : null;
    const counts = countFacet(data.facets[facet], own ?? all, own ? ownRows : allRows);
    const selected = new Set(choice?.explicit ? choice.codes : []);
    facets[facet] = data.facets[facet].values.map((value, code) => ({
      value,
      count: counts[code] ?? 0,
      selected: selected.has(code),
    }));
  }
  return facets;
}

type PageContext = {
  readonly shown: ShownOffers;
  readonly asked: readonly CurrencyCode[];
  readonly text: TextMatches | null;
  readonly all: Bitset;
  readonly total: number;
};

function pageOfRows(context: PageContext, query: CatalogQuery): number[] {
  const { shown, asked, text, all, total } = context;
  const sort = query.sort ?? { by: "relevance" as const, descending: false };
  const skip = (query.page - 1) * query.pageSize;
  const take = Math.max(0, Math.min(query.pageSize, total - skip));
  if (take === 0) return [];
  if (sort.by === "relevance" && text) {
    const rows = bitsetRows(all, total);
    return Array.from(
      orderByKey(rows, sort.descending ? text.scores : farness(text, rows)).subarray(skip, skip + take),
    );
  }
  if (sort.by === "relevance" || sort.by === "name") {
    return sort.descending
      ? sliceOfBitset(all, total - skip - take, take).toReversed()
      : sliceOfBitset(all, skip, take);
  }
  return pageOfOrder(shown.orderFor({ by: sort.by, descending: sort.descending }, asked), all, skip, take);
}

/** The scores turned round, so that the nearest have the smallest keys. */
function farness({ scores }: TextMatches, rows: Int32Array): Uint32Array {
  const keys = new Uint32Array(scores.length);
  for (const row of rows) keys[row] = 0x7fffffff - (scores[row] ?? 0);
  return keys;
}

function pageOfOrder(order: Int32Array, all: Bitset, skip: number, take: number): number[] {
  const rows: number[] = [];
  let passed = 0;
  for (let i = 0; i < order.length && rows.length < take; i += 1) {
    const row = order[i] ?? 0;
    if (!isInBitset(all, row)) continue;
    if (passed >= skip) rows.push(row);
    passed += 1;
  }
  return rows;
}
