import { sql } from "kysely";
import type { Suggestion } from "@/lib/contracts/suggest";
import { foldText } from "@/lib/domain/catalog/text/fold-text";
import type { Catalog } from "@/lib/server/catalog/current-catalog";
import { newestVersions } from "@/lib/server/quotes/newest-versions";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const ITEMS_MAX = 8;
const MOST = { quote: 2, service: 2, category: 1 } as const;
const LETTERS_MIN = 2;

/** What the words may mean: products first, an exact part number before all, then where to narrow and whose quote. */
export async function suggest(db: Database, catalog: Catalog, viewer: Viewer, text: string): Promise<Suggestion[]> {
  const words = text.trim();
  if (words.length < LETTERS_MIN) return [];
  const others = [
    ...facetSuggestions(catalog, "service", words),
    ...facetSuggestions(catalog, "category", words),
    ...(await quoteSuggestions(db, viewer, words)),
  ];
  return [...productSuggestions(catalog, words, ITEMS_MAX - others.length), ...others];
}

function productSuggestions({ index }: Catalog, words: string, most: number): Suggestion[] {
  const exact = new Set(index.rowsOfNumber(words));
  const { rows, near } = index.query({ text: words, filters: {}, page: 1, pageSize: most, counted: [] });
  // A mistyped number has no rows of its own; what may be meant is better than nothing.
  const found = rows.length > 0 ? rows : near.map(({ row }) => row);
  return [...new Set([...exact, ...found])].slice(0, most).map((row) => {
    const { key, name, partNumber } = index.listRow(row);
    const path = `/products/${encodeURIComponent(index.vendorOf(row))}/${encodeURIComponent(key)}`;
    return { kind: "product", label: name, detail: partNumber, path, exact: exact.has(row) };
  });
}

/** Values with a word that begins like this, those with most products first. */
function facetSuggestions({ index }: Catalog, kind: "service" | "category", words: string): Suggestion[] {
  const wanted = foldText(words);
  return index
    .allValues(kind)
    .filter(({ value, count }) => count > 0 && ` ${foldText(value)}`.includes(` ${wanted}`))
    .slice(0, MOST[kind])
    .map(({ value, count }) => ({
      kind,
      label: value,
      detail: count === 1 ? "1 product" : `${count} products`,
      path: `/catalog?${kind}=${encodeURIComponent(value)}`,
      exact: false,
    }));
}

async function quoteSuggestions(db: Database, viewer: Viewer, words: string): Promise<Suggestion[]> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await newestVersions(db, viewer)
    .select(["v.number", "v.customer_name"])
    .where(
      sql<boolean>`(lower(v.number) like ${pattern} escape '\\' or lower(v.customer_name) like ${pattern} escape '\\')`,
    )
    .orderBy("v.updated_at", "desc")
    .limit(MOST.quote)
    .execute();
  return rows.map(({ number, customer_name: customer }) => ({
    kind: "quote",
    label: number,
    detail: customer,
    path: `/quotes/${encodeURIComponent(number)}`,
    exact: false,
  }));
}
