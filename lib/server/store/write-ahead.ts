import { type Kysely, PostgresAdapter, sql } from "kysely";
import type { Database } from "@/lib/server/store/database";
import type { Schema } from "@/lib/server/store/schema";

/**
 * A transaction that may be lost with the power, as long as no later ordinary one was kept: both stores write their
 * logs in order, so whatever an ordinary transaction relies on is as durable as itself. For rows that nobody sees yet.
 */
export function writeAhead<T>(db: Database, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    return db.transaction().execute(async (trx) => {
      await sql`set local synchronous_commit = off`.execute(trx);
      return work(trx);
    });
  }
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}
