import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteDialect, type SqliteDatabase } from "kysely";

/** Write transactions take the lock when they begin: upgrading a read lock later can fail without waiting. */
const beginImmediate = (sql: string) => (sql === "begin" ? "begin immediate" : sql);

/** How many pages the log may have before they are moved into the file: 4 KB each. */
export const checkpointPages = { requests: 1_000, bulk: 16_000 } as const;

/** Kysely over Node's own SQLite. Durable: WAL with a full sync at every commit. */
export function createSqliteDialect(file: string, pages: number): SqliteDialect {
  return new SqliteDialect({ database: () => Promise.resolve(openSqlite(file, pages)) });
}

function openSqlite(file: string, pages: number): SqliteDatabase {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA busy_timeout = 10000");
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec(`PRAGMA wal_autocheckpoint = ${pages}`);
  db.exec("PRAGMA foreign_keys = ON");
  const known = new Map<string, Prepared>();
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const statement = known.get(sql) ?? prepare(db, sql);
      // The oldest makes room: texts that come again are prepared again.
      known.delete(sql);
      known.set(sql, statement);
      for (const oldest of known.keys()) {
        if (known.size <= STATEMENTS_MAX) break;
        known.delete(oldest);
      }
      return statement;
    },
  };
}

type Prepared = ReturnType<SqliteDatabase["prepare"]>;

const STATEMENTS_MAX = 200;

function prepare(db: DatabaseSync, sql: string): Prepared {
  const text = beginImmediate(sql);
  const statement = db.prepare(text);
  // Kysely hands over what its compiler collected: text, numbers and null for this schema.
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    // Two readers of one statement would disturb each other.
    iterate: (parameters) => db.prepare(text).iterate(...values(parameters)),
  };
}
