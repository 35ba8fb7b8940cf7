import { type Kysely, PostgresAdapter, sql } from "kysely";
import { processState } from "@/lib/server/process-state";
import type { Database } from "@/lib/server/store/database";
import { checkpointPages } from "@/lib/server/store/sqlite-dialect";
import type { Schema } from "@/lib/server/store/schema";

// SQLite writes into a log first. Whoever commits when that has grown long moves it into the file, and waits for the disk.

/**
 * Until the answer is called, this connection leaves that to whoever writes in bulk: a seller's small write would
 * otherwise move megabytes that are not its own.
 */
export async function leaveCheckpoints(db: Database): Promise<() => Promise<void>> {
  if (!isSqlite(db)) return async () => undefined;
  const leaves = processState("checkpoint-leaves", () => new Set<symbol>());
  const leave = Symbol("leave");
  leaves.add(leave);
  await setCheckpointPages(db, 0);
  return async () => {
    leaves.delete(leave);
    if (leaves.size === 0) await setCheckpointPages(db, checkpointPages.requests);
  };
}

/** Moves what is in the log into the file, as far as nobody still reads it there. */
export async function moveLogIntoFile(db: Database): Promise<void> {
  if (isSqlite(db)) await sql`pragma wal_checkpoint(passive)`.execute(db);
}

async function setCheckpointPages(db: Database, pages: number): Promise<void> {
  await sql`pragma wal_autocheckpoint = ${sql.lit(pages)}`.execute(db);
}

function isSqlite(db: Kysely<Schema>): boolean {
  return !(db.getExecutor().adapter instanceof PostgresAdapter);
}
