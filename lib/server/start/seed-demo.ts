import { newId } from "@/lib/server/new-id";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { appendVersion } from "@/lib/server/price-rules/rule-store";
import { demoCustomers, demoRules } from "@/lib/server/start/demo-examples";
import type { Database } from "@/lib/server/store/database";

const MARK = "demo-examples";

/**
 * Puts the demo's made-up customers and price rules into a store that nobody has used yet, once. What is changed or
 * removed of them later stays so.
 */
export async function seedDemo(db: Database, now: Date): Promise<boolean> {
  if (!(await isUnused(db))) return false;
  const author = await demoManager(db);
  if (author === null) return false;
  return db.transaction().execute(async (trx) => {
    const marked = await trx
      .insertInto("counters")
      .values({ name: MARK, value: 1 })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .returning("name")
      .executeTakeFirst();
    if (!marked) return false;
    const customers = await addCustomers(trx, author, now);
    const year = (offset: number) => now.getUTCFullYear() + offset;
    for (const entry of demoRules(year, customers[0] ?? "")) {
      const id = newId();
      await appendVersion(trx, { id, replaces: 0, entry, removed: false, userId: author, now: now.toISOString() });
      const detail = { version: 1, name: entry.name, new: entry };
      await recordAudit(trx, { userId: author, entity: "price-rule", entityId: id, action: "created", detail });
    }
    return true;
  });
}

/** No catalog was ever read into it, and nobody has made anything. */
async function isUnused(db: Database): Promise<boolean> {
  for (const table of ["vendor_catalogs", "price_rules", "customers", "carts", "quotes"] as const) {
    const { rows } = await db
      .selectFrom(table)
      .select((expression) => expression.fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    if (rows > 0) return false;
  }
  return true;
}

async function demoManager(db: Database): Promise<string | null> {
  const row = await db
    .selectFrom("users")
    .select("id")
    .where("demo", "=", 1)
    .where("role", "=", "manager")
    .executeTakeFirst();
  return row?.id ?? null;
}

async function addCustomers(trx: Database, author: string, now: Date): Promise<string[]> {
  const ids: string[] = [];
  for (const entry of demoCustomers) {
    const [id, at] = [newId(), now.toISOString()];
    const row = { id, version: 1, name: entry.name, data: JSON.stringify(entry) };
    await trx
      .insertInto("customers")
      .values({ ...row, created_at: at, updated_at: at, deleted_at: null })
      .execute();
    const detail = { version: 1, name: entry.name };
    await recordAudit(trx, { userId: author, entity: "customer", entityId: id, action: "created", detail });
    ids.push(id);
  }
  return ids;
}
