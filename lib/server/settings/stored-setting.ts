import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type IfMatch, matches } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

/** Something the house keeps as JSON under a key. */
export type Setting<Value> = {
  readonly key: string;
  readonly defaults: Value;
  /** What was stored, checked and completed. */
  read(stored: unknown): Value;
};

/** `version` counts the changes; 0 = nobody ever changed it. */
export type StoredSetting<Value> = { readonly value: Value; readonly version: number };

export type LastChange = { readonly at: string; readonly by: string };

const counterOf = (key: string) => `settings.${key}`;

/** The version of each of these settings, without reading any of them. */
export async function settingVersions(db: Database, keys: readonly string[]): Promise<readonly number[]> {
  const rows = await db.selectFrom("counters").selectAll().where("name", "in", keys.map(counterOf)).execute();
  const byName = new Map(rows.map(({ name, value }) => [name, value]));
  return keys.map((key) => byName.get(counterOf(key)) ?? 0);
}

/** The version is read first: paired with a newer value it makes a later save be refused, never lost. */
export async function readSetting<Value>(db: Database, setting: Setting<Value>): Promise<StoredSetting<Value>> {
  const [version = 0] = await settingVersions(db, [setting.key]);
  const row = await db.selectFrom("settings").select("value").where("key", "=", setting.key).executeTakeFirst();
  return { value: row ? setting.read(JSON.parse(row.value)) : setting.defaults, version };
}

/** Null where it was never changed. */
export async function lastChange(db: Database, key: string): Promise<LastChange | null> {
  const row = await db
    .selectFrom("audit")
    .leftJoin("users", "users.id", "audit.user_id")
    .select(["audit.at", "users.name as who"])
    .where("entity", "=", "settings")
    .where("entity_id", "=", key)
    .orderBy("audit.at", "desc")
    .orderBy("audit.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.at, by: row.who ?? "someone" } : null;
}

type Change<Value> = { readonly ifMatch: IfMatch; readonly value: Value };

/** Replaces what the writer has seen and logs it; a save that changes nothing leaves no trace. */
export async function changeSetting<Value>(
  desk: Pick<Desk, "db" | "now">,
  viewer: Viewer,
  setting: Setting<Value>,
  { ifMatch, value }: Change<Value>,
): Promise<StoredSetting<Value>> {
  return desk.db.transaction().execute(async (trx) => {
    const before = await readSetting(trx, setting);
    if (!matches(ifMatch, `${before.version}`)) throw await changedBefore(trx, setting, before);
    if (JSON.stringify(before.value) === JSON.stringify(value)) return before;
    if (!(await raiseVersion(trx, setting.key, before.version))) throw changedMeanwhile();
    const row = { value: JSON.stringify(value), updated_at: desk.now().toISOString() };
    await trx
      .insertInto("settings")
      .values({ key: setting.key, ...row })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
      .execute();
    const detail = { before: before.value, after: value };
    const entry = { userId: viewer.userId, entity: "settings", entityId: setting.key, action: "changed", detail };
    await recordAudit(trx, entry);
    return { value, version: before.version + 1 };
  });
}

/** False where somebody was faster. */
async function raiseVersion(trx: Database, key: string, seen: number): Promise<boolean> {
  const name = counterOf(key);
  if (seen > 0) {
    const raised = await trx
      .updateTable("counters")
      .set({ value: seen + 1 })
      .where("name", "=", name)
      .where("value", "=", seen)
      .executeTakeFirst();
    return raised.numUpdatedRows === 1n;
  }
  const first = await trx
    .insertInto("counters")
    .values({ name, value: 1 })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .executeTakeFirst();
  return first.numInsertedOrUpdatedRows === 1n;
}

async function changedBefore<Value>(
  trx: Database,
  setting: Setting<Value>,
  { value, version }: StoredSetting<Value>,
): Promise<AppError> {
  const change = await lastChange(trx, setting.key);
  const who = change?.by ?? "Somebody";
  return new AppError("stale", `${who} changed these settings since you last saw them. Look at them and try again.`, {
    extra: { current: value, version },
  });
}

function changedMeanwhile(): AppError {
  return new AppError("conflict", "Somebody changed these settings at the same moment. Look at them and try again.");
}
