import { BATCH_ROWS, nextTurn } from "@/lib/server/sync/sync-context";
import type { Database } from "@/lib/server/store/database";

/** The generations to delete: all below a number but the one to keep. */
export type Leftovers = { readonly below: number; readonly keep: number | null };

/** Deletes the generations of a vendor that nobody reads any more, in short steps. */
export async function clearGenerations(db: Database, vendor: string, leftovers: Leftovers): Promise<void> {
  for (let after = -1; ;) {
    const next = await db
      .selectFrom("catalog_products")
      .select("generation")
      .where("vendor", "=", vendor)
      .where("generation", ">", after)
      .where("generation", "<", leftovers.below)
      .orderBy("generation")
      .limit(1)
      .executeTakeFirst();
    if (!next) return;
    if (next.generation !== leftovers.keep) await clearGeneration(db, vendor, next.generation);
    after = next.generation;
  }
}

async function clearGeneration(db: Database, vendor: string, generation: number): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom("catalog_products")
      .select(["locale", "key"])
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .orderBy("locale")
      .orderBy("key")
      .limit(BATCH_ROWS)
      .execute();
    const [first] = rows;
    if (!first) return;
    const keys = rows.filter((row) => row.locale === first.locale).map((row) => row.key);
    await db
      .deleteFrom("catalog_products")
      .where("vendor", "=", vendor)
      .where("generation", "=", generation)
      .where("locale", "=", first.locale)
      .where("key", "in", keys)
      .execute();
    await nextTurn();
  }
}
