import { CompiledQuery, type Insertable, type Kysely } from "kysely";
import type { Schema } from "@/lib/server/store/schema";

/** The text of an insert depends only on its columns and on how many rows it has. */
const texts = new WeakMap<object, Map<string, string>>();

/**
 * Inserts many rows that all have the columns of the first, in one statement. Faster than building a query for each
 * batch: its text is put together once and used again for every batch of the same size.
 */
export async function insertRows<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const parameters: unknown[] = [];
  for (const row of rows) for (const column of columns) parameters.push(row[column as keyof typeof row]);
  await db.executeQuery(CompiledQuery.raw(textOf(db, table, rows, columns), parameters));
}

function textOf<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
  columns: readonly string[],
): string {
  const { adapter } = db.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, string>();
  texts.set(adapter, known);
  const name = [table, rows.length, ...columns].join();
  const text = known.get(name) ?? db.insertInto(table).values(rows).compile().sql;
  if (known.size < TEXTS_MAX) known.set(name, text);
  return text;
}

/** Odd batch sizes are rare; beyond this they are put together each time. */
const TEXTS_MAX = 200;
