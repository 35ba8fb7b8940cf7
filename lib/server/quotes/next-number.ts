import type { Database } from "@/lib/server/store/database";

/**
 * The next number of a year, without gaps: the counter moves in the transaction that uses it, so a transaction
 * that fails gives its number back.
 */
export async function nextQuoteNumber(trx: Database, prefix: string, year: string): Promise<string> {
  const name = `quote-number ${prefix}-${year}`;
  const { value } = await trx
    .insertInto("counters")
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((expression) => ({ value: expression("counters.value", "+", 1) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return `${prefix}-${year}-${`${value}`.padStart(4, "0")}`;
}
