import { dirname, join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { env } from "@/lib/server/env";
import { makeFolder } from "@/lib/server/make-folder";
import { processState } from "@/lib/server/process-state";
import { migrations } from "@/lib/server/store/migrations";
import type { Schema } from "@/lib/server/store/schema";
import { checkpointPages, createSqliteDialect } from "@/lib/server/store/sqlite-dialect";

export type Database = Kysely<Schema>;

export type DatabaseConfig =
  { readonly kind: "sqlite"; readonly file: string } | { readonly kind: "postgres"; readonly url: string };

/** Opens the store and brings its schema up to date. Throws when the schema is newer than this program. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const db = connect(config);
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** A connection of another thread to a store that its process has opened; for long work, so that big batches pay. */
export function connectInThread(config: DatabaseConfig): Database {
  return connect(config, { pages: checkpointPages.bulk, connections: 3 });
}

type Size = { readonly pages: number; readonly connections: number };
const forRequests: Size = { pages: checkpointPages.requests, connections: 10 };

function connect(config: DatabaseConfig, { pages, connections } = forRequests): Database {
  const dialect =
    config.kind === "sqlite" ? sqliteDialect(config.file, pages) : postgresDialect(config.url, connections);
  return new Kysely<Schema>({ dialect });
}

/** Where this process's store is. */
export function databaseConfig(): DatabaseConfig {
  const { databaseUrl, dataDir } = env();
  return databaseUrl ? { kind: "postgres", url: databaseUrl } : { kind: "sqlite", file: databaseFile(dataDir) };
}

export function databaseFile(dataDir: string): string {
  return join(dataDir, "desk.sqlite");
}

/** This process's store, opened at the first call. */
export function database(): Promise<Database> {
  return processState("database", () => openDatabase(databaseConfig()));
}

function sqliteDialect(file: string, pages: number) {
  if (file !== ":memory:") makeFolder(dirname(file));
  return createSqliteDialect(file, pages);
}

function postgresDialect(url: string, connections: number): PostgresDialect {
  const types = new pg.TypeOverrides();
  // count(*) is a 64-bit integer in PostgreSQL and arrives as text; ours stay far below 2^53.
  types.setTypeParser(pg.types.builtins.INT8, (value) => parseInt(value, 10));
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}

const LOCK_TRIES = 40;
const LOCK_WAIT_MS = 250;

/** PostgreSQL takes an advisory lock by itself; on SQLite a second starter meets a busy file and tries again. */
async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  for (let attempt = 1; ; attempt += 1) {
    const { error } = await migrator.migrateToLatest();
    if (!error) return;
    const message = error instanceof Error ? error.message : "unknown reason";
    if (/previously executed migration .* is missing/.test(message)) {
      throw new Error("The database was made by a newer version of this program. Update the program.", {
        cause: error,
      });
    }
    if (attempt >= LOCK_TRIES || !/locked|busy|already exists|UNIQUE constraint/i.test(message)) throw error;
    await new Promise((resolve) => setTimeout(resolve, LOCK_WAIT_MS));
  }
}
