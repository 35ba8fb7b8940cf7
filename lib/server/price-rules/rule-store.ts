import { type PriceEntry, PriceEntrySchema } from "@/lib/contracts/price-rules";
import type { Database } from "@/lib/server/store/database";

export type StoredRule = {
  readonly id: string;
  readonly version: number;
  readonly entry: PriceEntry;
  readonly changedAt: string;
  readonly changedBy: string;
};

const BOOK = "price-rules";

/** Counts every change of any rule; 0 = there never was one. */
export async function bookVersion(db: Database): Promise<number> {
  const row = await db.selectFrom("counters").select("value").where("name", "=", BOOK).executeTakeFirst();
  return row?.value ?? 0;
}

export async function readRules(db: Database): Promise<StoredRule[]> {
  const rows = await db
    .selectFrom("price_rules")
    .leftJoin("users", "users.id", "price_rules.changed_by")
    .select(["price_rules.id", "version", "data", "changed_at", "users.name as who"])
    .where("current", "=", 1)
    .where("removed", "=", 0)
    .orderBy("price_rules.id")
    .execute();
  return rows.map(({ id, version, data, changed_at: changedAt, who }) => ({
    id,
    version,
    entry: PriceEntrySchema.parse(JSON.parse(data)),
    changedAt,
    changedBy: who ?? "someone",
  }));
}

export type NewVersion = {
  readonly id: string;
  /** The version it replaces; 0 for a new rule. */
  readonly replaces: number;
  readonly entry: PriceEntry;
  readonly removed: boolean;
  /** It stands in place of a version that took the rule away. */
  readonly revives?: boolean;
  readonly userId: string;
  readonly now: string;
};

/** Appends a version and makes it the newest; false = somebody was faster, and nothing is written. */
export async function appendVersion(trx: Database, version: NewVersion): Promise<boolean> {
  const { id, replaces, entry, removed, revives = false, userId, now } = version;
  if (replaces > 0) {
    const result = await trx
      .updateTable("price_rules")
      .set({ current: 0 })
      .where("id", "=", id)
      .where("version", "=", replaces)
      .where("current", "=", 1)
      .where("removed", "=", revives ? 1 : 0)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return false;
  }
  await trx
    .insertInto("price_rules")
    .values({
      id,
      version: replaces + 1,
      current: 1,
      removed: removed ? 1 : 0,
      data: JSON.stringify(entry),
      changed_at: now,
      changed_by: userId,
    })
    .execute();
  await trx
    .insertInto("counters")
    .values({ name: BOOK, value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((expression) => ({ value: expression("counters.value", "+", 1) })),
    )
    .execute();
  return true;
}
