import { sql } from "kysely";
import type { Suggestion } from "@/lib/contracts/suggest";
import { foldText } from "@/lib/domain/catalog/text/fold-text";
import { newestVersions } from "@/lib/server/quotes/newest-versions";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const QUOTES_MAX = 2;
const LOOKED_THROUGH_MAX = 100;

/** The viewer's quotes by number or customer, those touched last first. */
export async function quoteSuggestions(db: Database, viewer: Viewer, words: string): Promise<Suggestion[]> {
  const pattern = `%${likePattern(words)}%`;
  const rows = await newestVersions(db, viewer)
    .select(["v.number", "v.customer_name"])
    .where(
      sql<boolean>`(lower(v.number) like ${pattern} escape '\\' or lower(v.customer_name) like ${pattern} escape '\\')`,
    )
    .orderBy("v.updated_at", "desc")
    .limit(LOOKED_THROUGH_MAX)
    .execute();
  const wanted = foldText(words);
  return rows
    .filter((row) => [row.number, row.customer_name].some((text) => foldText(text).includes(wanted)))
    .slice(0, QUOTES_MAX)
    .map(({ number, customer_name: customer }) => ({
      kind: "quote",
      label: number,
      locale: null,
      detail: customer,
      path: `/quotes/${encodeURIComponent(number)}`,
      exact: false,
    }));
}

/** SQLite lowers letters of ASCII only, so that any sign may stand where another letter is asked for. */
function likePattern(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")
    .replace(/[^ -~]/gu, "_");
}
