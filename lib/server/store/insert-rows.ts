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
  const parameters = rows.flatMap((row) => Object.values(inOrder(row, columns)));
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

function inOrder<Row extends object>(row: Row, columns: readonly string[]): Row | Record<string, unknown> {
  const keys = Object.keys(row);
  if (keys.every((key, at) => key === columns[at])) return row;
  return Object.fromEntries(columns.map((column) => [column, row[column as keyof Row]]));
}
