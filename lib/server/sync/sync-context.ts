import type { Kysely } from "kysely";
import type { SyncProgress } from "@/lib/contracts/sync";
import { holdLease, type Lease } from "@/lib/server/sync/lease";
import type { Database } from "@/lib/server/store/database";
import { writeAhead } from "@/lib/server/store/write-ahead";
import type { Schema } from "@/lib/server/store/schema";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

export type SyncInput = {
  readonly db: Database;
  readonly source: CatalogSource;
  /** The first is the default: its products are compared with the last catalog. */
  readonly locales: readonly [string, ...string[]];
  readonly signal: AbortSignal;
  readonly startedBy: string;
  readonly now: () => Date;
  /** Which program makes products of what the vendor says; null or absent where it may change from sync to sync. */
  readonly program?: string | null;
  /** Who holds the lease; this process unless said. */
  readonly holder?: string;
  /** Whether the holder of a lease that still runs is known to be dead. */
  readonly isDead?: (holder: string) => boolean;
  /** Called when another catalog, or the same with a later time, has become visible. */
  readonly onPublished?: () => Promise<void>;
  readonly onProgress?: (progress: SyncProgress) => void;
};

/** A sync under way: what every step of it needs. The generation it builds is numbered by its fence. */
export type SyncContext = SyncInput & {
  readonly syncId: string;
  readonly vendor: string;
  readonly lease: Lease;
  readonly generation: number;
  readonly startedAt: string;
  /** Ids of changes and findings, in the order they were found. */
  readonly nextReportId: () => string;
};

export type Transaction = Kysely<Schema>;

/** `startedBy` of a sync that no person asked for. */
export const STARTED_BY_TIMER = "timer";

/** Rows in one transaction: small enough that pages are answered in between. */
export const BATCH_ROWS = 500;

/** One short transaction of rows that nobody sees yet. It counts only while we hold the lease. Lets waiting requests have their turn afterwards. */
export async function writeFenced<T>(
  context: Pick<SyncContext, "db" | "lease" | "now" | "signal">,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  context.signal.throwIfAborted();
  const result = await writeAhead(context.db, async (trx) => {
    await holdLease(trx, context.lease, context.now());
    return work(trx);
  });
  await nextTurn();
  return result;
}

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export function* batches<T>(rows: readonly T[], size = BATCH_ROWS): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
