import { type CatalogFacet, catalogFacets, type CatalogSort } from "@/lib/domain/catalog/facets";
import { type Bitset, countBits, fullBitset, intersectInto } from "@/lib/domain/catalog/index/bitset";
import { chooseValues, type Chosen, type FacetFilters, valueCodes } from "@/lib/domain/catalog/index/choose-values";
import { countedRows, countFacet } from "@/lib/domain/catalog/index/count-rows";
import { type FacetColumn, rowsWithAny } from "@/lib/domain/catalog/index/facet-column";
import type { CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
import { countCurrencies, rowsInRange } from "@/lib/domain/catalog/index/shown-amounts";
import { type RankRange, rankRange } from "@/lib/domain/catalog/index/offer-columns";
import { pageByName, pageByScore, pageBySortKey } from "@/lib/domain/catalog/index/page-of-rows";
import { createShownOffers, type ShownOffers } from "@/lib/domain/catalog/index/shown-offers";
import {
  createTextMatcher,
  type NearNumber,
  type TextMatches,
  type TextMatcher,
} from "@/lib/domain/catalog/text/match-text";
import { parseSearch } from "@/lib/domain/catalog/text/parse-search";
import type { Synonyms } from "@/lib/domain/catalog/text/synonyms";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { parseDecimal } from "@/lib/domain/money/decimal";
import { defaultMarginBands, marginBandNames, type MarginBands } from "@/lib/domain/pricing/margin-bands";

export type CatalogQuery = {
  readonly text?: string;
  readonly filters?: FacetFilters;
  /** Bounds of the price per month as plain decimals, both included. */
  readonly priceMin?: string;
  readonly priceMax?: string;
  readonly sort?: { readonly by: CatalogSort; readonly descending: boolean };
  /** Lists by name go by the names in this locale. */
  readonly locale?: string;
  readonly page: number;
  readonly pageSize: number;
  /** Facets to count; all unless given. */
  readonly counted?: readonly CatalogFacet[];
  /** Bounds of the margin bands; the house's own. */
  readonly marginBands?: MarginBands;
};

export type FacetCount = { readonly value: string; readonly count: number; readonly selected: boolean };

export type CatalogAnswer = {
  readonly rows: readonly number[];
  readonly total: number;
  /** A count is the number of rows if this value were the only one chosen in its facet. */
  readonly facets: Readonly<Partial<Record<CatalogFacet, readonly FacetCount[]>>>;
  readonly dropped: Chosen["dropped"];
  readonly match: "all" | "some";
  readonly near: readonly NearNumber[];
  /** Currencies the amounts were asked in, in order of preference. */
  readonly asked: readonly CurrencyCode[];
};

export type IndexQuerier = (query: CatalogQuery) => CatalogAnswer;

export function createIndexQuerier(data: CatalogIndexData, synonyms?: Synonyms): IndexQuerier {
  const shown = createShownOffers(data);
  const matcher = createTextMatcher(data.text);
  const codeOf = valueCodes(data);
  return (query) => {
    const chosen = chooseValues(query.filters ?? {}, codeOf);
    const asked = (query.filters?.currency ?? []).filter((currency) => codeOf.currency.has(currency));
    const bands = query.marginBands ?? defaultMarginBands;
    const view: View = { data, shown, asked, bands, chosen, range: rangeOf(data, query) };
    const text = matchText(matcher, query.text ?? "", synonyms);
    const base = text?.set ?? fullBitset(data.size);
    const conditions = conditionsOf(view);
    const all = rowsMeeting(base, conditions, []);
    const total = countBits(all);
    return {
      rows: pageOf(view, query, { text, all, total }),
      total,
      facets: countFacets(view, query.counted ?? catalogFacets, { base, conditions, all }),
      dropped: chosen.dropped,
      match: text?.match ?? "all",
      near: text?.near ?? [],
      asked,
    };
  };
}

/** One query over the catalog, with what its amounts depend on. */
type View = {
  readonly data: CatalogIndexData;
  readonly shown: ShownOffers;
  readonly asked: readonly CurrencyCode[];
  readonly bands: MarginBands;
  readonly chosen: Chosen;
  readonly range: RankRange | null;
};

function matchText(matcher: TextMatcher, text: string, synonyms?: Synonyms): TextMatches | null {
  const search = parseSearch(text, synonyms);
  return search.clauses.length === 0 ? null : matcher.match(search);
}

function rangeOf({ offers }: CatalogIndexData, { priceMin, priceMax }: CatalogQuery): RankRange | null {
  if (priceMin === undefined && priceMax === undefined) return null;
  return rankRange(offers.prices, parseDecimal(priceMin ?? ""), parseDecimal(priceMax ?? ""));
}

/** The rows that meet one part of the query. */
type Condition = { readonly on: CatalogFacet | "price"; readonly set: Bitset };

function conditionsOf(view: View): Condition[] {
  const conditions: Condition[] = view.chosen.choices.map(({ facet, codes }) => ({
    on: facet,
    set: rowsWithAny(columnOf(view, facet), codes, view.data.size),
  }));
  if (view.range) {
    conditions.push({ on: "price", set: rowsInRange(view.shown.priceRanksFor(view.asked), view.range) });
  }
  return conditions;
}

function columnOf({ data, shown, asked, bands }: View, facet: CatalogFacet): FacetColumn {
  return facet === "marginBand" ? shown.marginColumnFor(asked, bands) : data.facets[facet];
}

function rowsMeeting(base: Bitset, conditions: readonly Condition[], except: readonly Condition["on"][]): Bitset {
  const set = base.slice();
  for (const condition of conditions) if (!except.includes(condition.on)) intersectInto(set, condition.set);
  return set;
}

type Narrowed = { readonly base: Bitset; readonly conditions: readonly Condition[]; readonly all: Bitset };

function countFacets(
  view: View,
  counted: readonly CatalogFacet[],
  { base, conditions, all }: Narrowed,
): CatalogAnswer["facets"] {
  const { data, chosen } = view;
  const ofAll = countedRows(all, data.size);
  const facets: Partial<Record<CatalogFacet, FacetCount[]>> = {};
  for (const facet of counted) {
    const choice = chosen.choices.find((candidate) => candidate.facet === facet);
    const column = columnOf(view, facet);
    const rows = choice ? countedRows(rowsMeeting(base, conditions, [facet]), data.size) : ofAll;
    const counts =
      facet === "currency" && dependsOnAmounts(view)
        ? countByCurrency(view, rowsMeeting(base, conditions, ["currency", "price", "marginBand"]))
        : countFacet(column, rows);
    const selected = new Set(choice?.explicit ? choice.codes : []);
    facets[facet] = column.values.map((value, code) => ({
      value,
      count: counts[code] ?? 0,
      selected: selected.has(code),
    }));
  }
  return facets;
}

/** Another currency shows other amounts, and so decides which rows lie in a range or a band. */
function dependsOnAmounts({ range, chosen }: View): boolean {
  return range !== null || chosen.choices.some(({ facet }) => facet === "marginBand");
}

function countByCurrency({ data, shown, range, bands, chosen }: View, within: Bitset): Int32Array {
  const wanted = chosen.choices.find(({ facet }) => facet === "marginBand")?.codes;
  const isWanted = [false, ...marginBandNames.map((_, band) => wanted?.includes(band) ?? false)];
  const banded = wanted ? { bands: shown.bandsOfOffers(bands), isWanted } : null;
  const counts = countCurrencies(data.offers, within, { range, banded });
  return Int32Array.from(data.facets.currency.values, (name) => counts[data.offers.currencyNames.indexOf(name)] ?? 0);
}

type Found = { readonly text: TextMatches | null; readonly all: Bitset; readonly total: number };

/** Above any score but that of an exact part number. */
const STILL_OFFERED_BONUS = 1 << 23;

function archivedLast({ data, chosen }: Pick<View, "data" | "chosen">, scoreOf: TextMatches["scoreOf"]) {
  const { archived } = data.facets;
  const offered = archived.values.indexOf("false");
  const isMixed = (chosen.choices.find(({ facet }) => facet === "archived")?.codes.length ?? 0) > 1;
  if (!isMixed || offered < 0) return scoreOf;
  const set = rowsWithAny(archived, [offered], data.size);
  return (row: number) => scoreOf(row) + (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) * STILL_OFFERED_BONUS;
}

function pageOf({ data, shown, asked, chosen }: View, query: CatalogQuery, { text, all, total }: Found): number[] {
  const { by, descending } = query.sort ?? { by: "relevance" as const, descending: false };
  const skip = (query.page - 1) * query.pageSize;
  const slice = { skip, take: Math.max(0, Math.min(query.pageSize, total - skip)) };
  if (slice.take === 0) return [];
  if (by === "relevance" && text) {
    return pageByScore(all, total, slice, { scoreOf: archivedLast({ data, chosen }, text.scoreOf), descending });
  }
  if (by === "relevance" || by === "name") {
    const ranks = data.nameRanks[query.locale ?? ""];
    if (!ranks) return pageByName(all, total, slice, descending);
    return pageBySortKey(all, total, slice, descending ? ranks.map((rank) => ranks.length - 1 - rank) : ranks);
  }
  return pageBySortKey(all, total, slice, shown.sortKeysFor({ by, descending }, asked));
}
