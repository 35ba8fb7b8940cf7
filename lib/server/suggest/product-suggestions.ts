import type { Suggestion } from "@/lib/contracts/suggest";
import type { Catalog } from "@/lib/server/catalog/current-catalog";
import { holdsLocale, localizedNames } from "@/lib/server/catalog/localized-names";
import type { Database } from "@/lib/server/store/database";

/** Variants of one part number stand side by side; so many rows are looked through for different numbers. */
const ROWS_PER_ITEM = 6;

type Wanted = { readonly words: string; readonly locale: string | undefined; readonly most: number };

/** One for each part number: to its product, or to the list of its variants. */
export async function productSuggestions(
  db: Database,
  catalog: Catalog,
  { words, locale, most }: Wanted,
): Promise<Suggestion[]> {
  const { index } = catalog;
  const exact = new Set(index.rowsOfNumber(words));
  const { rows, near } = index.query({ text: words, page: 1, pageSize: most * ROWS_PER_ITEM, counted: [] });
  // A mistyped number has no rows of its own; what may be meant is better than nothing.
  const found = rows.length > 0 ? rows : near.map(({ row }) => row);
  const groups = variantsOf(catalog, [...new Set([...exact, ...found])]).slice(0, most);
  const spoken = locale?.toLowerCase();
  const names =
    spoken !== undefined && (await holdsLocale(db, catalog, spoken))
      ? { locale: spoken, ofRows: await localizedNames(db, catalog, groups.flat(), spoken) }
      : null;
  return groups.map((variants) => toSuggestion(catalog, { variants, exact, names }));
}

type Group = {
  readonly variants: readonly number[];
  readonly exact: ReadonlySet<number>;
  readonly names: { readonly locale: string; readonly ofRows: ReadonlyMap<number, string> } | null;
};

function toSuggestion({ index }: Catalog, { variants, exact, names }: Group): Suggestion {
  const [row = -1, ...others] = variants;
  const { key, name, partNumber, locale } = index.listRow(row);
  const translated = names?.ofRows.get(row);
  const ownName = others.length === 0 ? name : sharedName(variants.map((variant) => index.listRow(variant).name));
  const path =
    others.length === 0
      ? `/products/${encodeURIComponent(index.vendorOf(row))}/${encodeURIComponent(key)}`
      : "/catalog";
  const search = new URLSearchParams(others.length === 0 ? {} : { q: partNumber });
  if (names) search.set("locale", names.locale);
  return {
    kind: "product",
    label: translated ?? ownName,
    locale: names && translated !== undefined ? names.locale : locale,
    detail: others.length === 0 ? partNumber : `${partNumber} · ${variants.length} variants`,
    path: search.size === 0 ? path : `${path}?${search}`,
    exact: variants.some((variant) => exact.has(variant)),
  };
}

/** For each part number of the rows all products that are offered under it; they differ in billing or commitment alone. */
function variantsOf({ index }: Catalog, rows: readonly number[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const { partNumber } = index.listRow(row);
    const vendor = index.vendorOf(row);
    if (groups.has(`${vendor}\n${partNumber}`)) continue;
    const others = index.rowsOfNumber(partNumber).filter((other) => {
      const { partNumber: number, notOrderable } = index.listRow(other);
      return other !== row && index.vendorOf(other) === vendor && number === partNumber && notOrderable !== "archived";
    });
    groups.set(`${vendor}\n${partNumber}`, [row, ...others]);
  }
  return [...groups.values()];
}

/** "Demo E3 (annual)" and "Demo E3 (monthly)" are variants of "Demo E3"; what has no words in common keeps the first name. */
function sharedName([first = "", ...others]: readonly string[]): string {
  const words = first.split(" ");
  const isShared = (count: number) =>
    others.every((other) => other.split(" ").slice(0, count).join(" ") === words.slice(0, count).join(" "));
  let count = words.length;
  while (count > 0 && !isShared(count)) count -= 1;
  const shared = words.slice(0, count).join(" ");
  const opened = shared.lastIndexOf("(");
  return (opened > shared.lastIndexOf(")") ? shared.slice(0, opened) : shared).trim() || first;
}
