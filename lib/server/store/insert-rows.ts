import { CompiledQuery, type Insertable, type Kysely, SqliteAdapter } from "kysely";
import type { Schema } from "@/lib/server/store/schema";

/** The text of an insert depends only on its columns and on how many rows it has. */
const texts = new WeakMap<object, Map<string, string>>();

type Row<Table extends keyof Schema> = Insertable<Schema[Table]>;

/**
 * Inserts many rows that all have the columns of the first, in one statement; `shared` is what they have in common.
 * Faster than building a query for each batch: its text is put together once and used again for every batch of the same
 * size, and SQLite is handed only once what is shared.
 */
export async function insertRows<Table extends keyof Schema, Shared extends keyof Row<Table> = never>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Omit<Row<Table>, Shared>[],
  shared: Pick<Row<Table>, Shared> = {} as Pick<Row<Table>, Shared>,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const [common, own] = [Object.keys(shared), Object.keys(first)];
  const { adapter } = db.getExecutor();
  const isOnce = adapter instanceof SqliteAdapter && common.length > 0;
  const parameters: unknown[] = isOnce ? Object.values(shared) : [];
  for (const row of rows) {
    if (!isOnce) parameters.push(...Object.values(shared));
    for (const column of own) parameters.push(row[column as keyof typeof row]);
  }
  const text = remember(adapter, [table, rows.length, isOnce, ...common, ...own].join(), () =>
    isOnce
      ? sharingText(table, { common, own, rows: rows.length })
      : db
          .insertInto(table)
          .values(rows.map((row): object => Object.assign({}, shared, row)) as Row<Table>[])
          .compile().sql,
  );
  await db.executeQuery(CompiledQuery.raw(text, parameters));
}

type Shape = { readonly common: readonly string[]; readonly own: readonly string[]; readonly rows: number };

function sharingText(table: string, { common, own, rows }: Shape): string {
  const columns = [...common, ...own].map((name) => `"${name}"`).join();
  const values = [...common.map(() => "?"), ...own.map((_, at) => `column${at + 1}`)].join();
  const row = `(${own.map(() => "?").join()})`;
  return `insert into "${table}" (${columns}) select ${values} from (values ${Array(rows).fill(row).join()})`;
}

function remember(adapter: object, name: string, make: () => string): string {
  const known = texts.get(adapter) ?? new Map<string, string>();
  texts.set(adapter, known);
  const text = known.get(name) ?? make();
  if (known.size < TEXTS_MAX) known.set(name, text);
  return text;
}

/** Odd batch sizes are rare; beyond this they are put together each time. */
const TEXTS_MAX = 200;
