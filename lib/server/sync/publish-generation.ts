import type { Kysely } from "kysely";
import { holdLease } from "@/lib/server/sync/lease";
import { nextTurn, type SyncContext } from "@/lib/server/sync/sync-context";
import type { StoredCounts } from "@/lib/server/sync/sync-rows";
import type { Schema } from "@/lib/server/store/schema";

export type Publication = {
  /** The one to point to: the new generation, or the published one where nothing changed. */
  readonly generation: number;
  readonly counts: StoredCounts;
  readonly taxonomy: string;
  readonly listPrints: string | null;
};

/** The one moment at which the catalog, its changes and its findings become visible. */
export async function publishGeneration(context: SyncContext, publication: Publication): Promise<void> {
  context.signal.throwIfAborted();
  await context.db.transaction().execute(async (trx) => {
    await holdLease(trx, context.lease, context.now());
    await endAsSucceeded(trx, context, publication.counts);
    const catalog = {
      generation: publication.generation,
      as_of: context.startedAt,
      product_count: publication.counts.products,
      taxonomy: publication.taxonomy,
      list_prints: publication.listPrints,
    };
    await trx
      .insertInto("vendor_catalogs")
      .values({ vendor: context.vendor, ...catalog })
      .onConflict((conflict) => conflict.column("vendor").doUpdateSet(catalog))
      .execute();
  });
  await nextTurn();
}

async function endAsSucceeded(trx: Kysely<Schema>, context: SyncContext, counts: StoredCounts): Promise<void> {
  await trx
    .updateTable("syncs")
    .set({ held: null })
    .where("vendor", "=", context.vendor)
    .where("held", "is not", null)
    .execute();
  const ended = await trx
    .updateTable("syncs")
    .set({
      state: "succeeded",
      finished_at: context.now().toISOString(),
      counts: JSON.stringify(counts),
    })
    .where("id", "=", context.syncId)
    .where("state", "=", "running")
    .executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) throw new Error("the sync was ended by somebody else");
}
