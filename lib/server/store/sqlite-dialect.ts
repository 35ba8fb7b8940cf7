import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteDialect, type SqliteDatabase } from "kysely";

/** Write transactions take the lock when they begin: upgrading a read lock later can fail without waiting. */
const beginImmediate = (sql: string) => (sql === "begin" ? "begin immediate" : sql);

/** Kysely over Node's own SQLite. Durable: WAL with a full sync at every commit. */
export function createSqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: () => Promise.resolve(openSqlite(file)) });
}

function openSqlite(file: string): SqliteDatabase {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA busy_timeout = 10000");
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const statement = db.prepare(beginImmediate(sql));
      // Kysely hands over what its compiler collected: text, numbers and null for this schema.
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
