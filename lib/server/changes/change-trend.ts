import { type RawBuilder, sql } from "kysely";
import type { ChangeDto, changeTrends } from "@/lib/contracts/changes";

export type ChangeTrend = (typeof changeTrends)[number];

type Trend = { readonly kinds: readonly ChangeDto["kind"][]; readonly rises: boolean };

const trends: Record<ChangeTrend, Trend> = {
  "price-up": { kinds: ["price", "list-price"], rises: true },
  "price-down": { kinds: ["price", "list-price"], rises: false },
  "cost-up": { kinds: ["cost"], rises: true },
  "cost-down": { kinds: ["cost"], rises: false },
};

export const isTrend = (name: string): name is ChangeTrend => name in trends;

/** True for changes of this trend; never for an amount that came or went. */
export function followsTrend(name: ChangeTrend): RawBuilder<boolean> {
  const { kinds, rises } = trends[name];
  const [old, current] = [figureOf("old_value"), figureOf("new_value")];
  const moved = rises ? sql`${current} > ${old}` : sql`${current} < ${old}`;
  return sql<boolean>`(changes.kind in (${sql.join([...kinds])}) and ${moved})`;
}

/**
 * The figure of "19.80 USD", whose currency is always three letters; null where it is none. SQLite compares such figures
 * as floats, which keeps the order of all amounts there can be (15 digits); nothing is reckoned with them.
 */
function figureOf(column: "old_value" | "new_value") {
  const text = sql.ref(`changes.${column}`);
  const figure = sql`substr(${text}, 1, length(${text}) - 4)`;
  return sql`case when length(${text}) > 4 and ltrim(${figure}, '0123456789.') = '' then cast(${figure} as numeric) end`;
}
