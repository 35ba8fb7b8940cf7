import {
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { isMovableColumn, movableColumns } from "@/components/catalog/preferences";
import { type CatalogFilter, ROWS_PER_PAGE } from "@/lib/client/catalog-queries";
import { catalogFacets, flagFacets, isFlagFacet, isListFacet } from "@/lib/domain/catalog/facets";
import { parseDecimal } from "@/lib/domain/money/decimal";
import { priceViews } from "@/lib/domain/money/normalise-amount";

/** As much as the search box takes: more is no search but something pasted by mistake. */
const WORDS_MAX = 200;

const words = createParser({
  parse: (value) => value.slice(0, WORDS_MAX).replace(/\p{Cc}/gu, " "),
  serialize: (value: string) => value,
});
const values = parseAsNativeArrayOf(parseAsString);
const flag = parseAsStringLiteral(["true", "false"]);
const amount = createParser({
  parse: (value) => {
    const typed = value.trim().replace(",", ".");
    return parseDecimal(typed) ? typed : null;
  },
  serialize: (value: string) => value,
});

/** The API knows the locales; what cannot be one at all does not get that far. */
const locale = createParser({
  parse: (value) => {
    const typed = value.trim().toLowerCase();
    return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/.test(typed) ? typed : null;
  },
  serialize: (value: string) => value,
});

const sorts = ["relevance", "name", "price", "margin", "updated"] as const;
const directedSorts = sorts.flatMap((sort) => [sort, `-${sort}` as const]);

/** All that a link to the catalog carries; what is at its default stays out of the address. */
export const catalogParsers = {
  q: words.withDefault(""),
  vendor: values,
  service: values,
  category: values,
  topic: values,
  serviceType: values,
  provider: values,
  planType: values,
  billing: values,
  commitment: values,
  currency: values,
  marginBand: values,
  costKnown: flag,
  needsOther: flag,
  orderable: flag,
  archived: flag,
  priceMin: amount,
  priceMax: amount,
  locale: locale.withDefault(""),
  sort: parseAsStringLiteral(directedSorts),
  rows: parseAsInteger.withDefault(50),
  per: parseAsStringLiteral(priceViews).withDefault("billed"),
  /** Ids of the columns shown between the pinned ones, from left to right. */
  columns: parseAsArrayOf(parseAsStringLiteral(movableColumns), "."),
  /** The product looked at beside the list: "vendor/key". */
  preview: parseAsString,
};

export type CatalogState = inferParserType<typeof catalogParsers>;
export type CatalogChange = { [Name in keyof CatalogState]?: CatalogState[Name] | null };

const serialize = createSerializer(catalogParsers);

/** The list with this state, as an address that works without JavaScript too. */
export function catalogHref(state: CatalogState, change: CatalogChange = {}): string {
  return `/catalog${serialize({ ...state, rows: null, preview: null, ...change })}`;
}

/** What the API is asked: the state without what only this page decides. */
export function catalogFilter(state: CatalogState): CatalogFilter {
  const {
    rows: _rows,
    per: _per,
    columns: _columns,
    preview: _preview,
    sort,
    priceMin,
    priceMax,
    costKnown,
    needsOther,
    orderable,
    archived,
    ...rest
  } = state;
  return {
    ...rest,
    q: rest.q.trim(),
    sort: sort ?? "",
    priceMin: priceMin ?? "",
    priceMax: priceMax ?? "",
    costKnown: costKnown ?? "",
    needsOther: needsOther ?? "",
    orderable: orderable ?? "",
    archived: archived ?? "",
  };
}

/** The state after a value of a facet was ticked or unticked; a yes-or-no facet holds one value. */
export function toggled(state: CatalogState, facet: string, value: string): CatalogChange {
  if (isFlagFacet(facet)) {
    return { [facet]: state[facet] === value || (value !== "true" && value !== "false") ? null : value };
  }
  if (!isListFacet(facet)) return {};
  const chosen = state[facet];
  return { [facet]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] };
}

/** Everything off; the words searched for stay. */
export function cleared(): CatalogChange {
  const change: CatalogChange = { priceMin: null, priceMax: null };
  for (const facet of catalogFacets) change[facet] = null;
  return change;
}

type RawParams = Record<string, string | string[] | undefined>;

/** Values of the address that mean nothing here and were dropped before the catalog was asked. */
export function unreadable(raw: RawParams, state: CatalogState): { name: string; value: string }[] {
  const dropped: { name: string; value: string }[] = [];
  for (const name of ["sort", "per", "rows", "priceMin", "priceMax", "locale", ...flagFacets] as const) {
    const given = [raw[name]].flat().find((value) => value !== undefined && value !== "");
    const read = String(state[name] ?? "");
    if (given !== undefined && read !== asParsed(name, given)) dropped.push({ name, value: given });
  }
  const columns = [raw["columns"]].flat().flatMap((value) => value?.split(".") ?? []);
  for (const value of columns) if (value !== "" && !isMovableColumn(value)) dropped.push({ name: "columns", value });
  return dropped;
}

function asParsed(name: string, given: string): string {
  return name === "locale" ? given.trim().toLowerCase() : given.trim().replace(",", ".");
}

/** 50 rows a step, as far as the page goes. */
export const MOST_ROWS = 500;

export function pagesShown(state: CatalogState): number {
  return Math.ceil(Math.min(MOST_ROWS, Math.max(ROWS_PER_PAGE, state.rows)) / ROWS_PER_PAGE);
}
