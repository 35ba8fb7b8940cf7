import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "@/lib/server/store/database";

/** The products of one language of a vendor's catalog. */
export type ProductsAt = { readonly vendor: string; readonly generation: number; readonly locale: string };

/** One column of the stored products, batch by batch in the order of their keys. Waiting requests have their turn between batches. */
export async function* readProductColumn(
  db: Database,
  { vendor, generation, locale }: ProductsAt,
  { column, batchRows }: { readonly column: "data" | "content_hash"; readonly batchRows: number },
): AsyncGenerator<readonly { readonly key: string; readonly value: string }[]> {
  for (let after = ""; ;) {
    const rows = await db
      .selectFrom("catalog_products")
      .select((from) => ["key", from.ref(column).as("value")])
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .where("locale", "=", locale)
      .where("key", ">", after)
      .orderBy("key")
      .limit(batchRows)
      .execute();
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < batchRows) return;
    after = last.key;
    await nextTurn();
  }
}
