import { type PriceEntry, PriceEntrySchema, type PriceRuleDto, type RuleVersionDto } from "@/lib/contracts/price-rules";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type IfMatch, matches } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { changedMeanwhile, findRule } from "@/lib/server/price-rules/change-price-rules";
import { ruleTeller } from "@/lib/server/price-rules/list-price-rules";
import { appendVersion } from "@/lib/server/price-rules/rule-store";
import type { Database } from "@/lib/server/store/database";
import { requireRight, type Viewer } from "@/lib/server/viewer";

const SHOWN = 200;

type StoredVersion = {
  readonly id: string;
  readonly version: number;
  readonly removed: boolean;
  readonly entry: PriceEntry;
  readonly at: string;
  readonly who: string;
};

/** Every version of every rule, or of one, newest first. */
export async function listRuleHistory(
  desk: Pick<Desk, "db">,
  viewer: Viewer,
  id?: string,
): Promise<{ items: RuleVersionDto[]; total: number }> {
  requireRight(viewer, "costs:read");
  const versions = await readVersions(desk.db, id);
  const told = [...Map.groupBy(versions, (one) => one.id).values()].flatMap(tellVersions);
  const items = told.toSorted((a, b) => (a.at === b.at ? b.version - a.version : a.at < b.at ? 1 : -1));
  return { items: items.slice(0, SHOWN), total: items.length };
}

/** Brings an older version back as the newest one, also of a rule that was removed. */
export async function restorePriceRule(
  desk: Pick<Desk, "db" | "now" | "timeZone" | "catalog">,
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
  ifMatch: IfMatch,
): Promise<PriceRuleDto> {
  requireRight(viewer, "rules:write");
  const versions = await readVersions(desk.db, id);
  const [newest, wanted] = [versions.at(-1), versions.find((one) => one.version === version)];
  if (!newest || !wanted) throw new AppError("not-found", "There is no such version of this rule.");
  if (!matches(ifMatch, `${newest.version}`)) {
    throw new AppError("stale", `${newest.who} changed this rule since you last saw it. Look at it and try again.`);
  }
  if (!newest.removed && isSame(newest, wanted)) {
    throw new AppError("conflict", "The rule is as it was in that version.");
  }
  const { entry } = wanted;
  await desk.db.transaction().execute(async (trx) => {
    const change = { id, replaces: newest.version, entry, removed: false, revives: newest.removed };
    const written = await appendVersion(trx, { ...change, userId: viewer.userId, now: desk.now().toISOString() });
    if (!written) throw changedMeanwhile();
    const detail = { version: newest.version + 1, restores: version, name: entry.name, old: newest.entry, new: entry };
    await recordAudit(trx, { userId: viewer.userId, entity: "price-rule", entityId: id, action: "restored", detail });
  });
  return (await ruleTeller(desk))(await findRule(desk.db, id));
}

/** `versions` are those of one rule, oldest first. */
function tellVersions(versions: readonly StoredVersion[]): RuleVersionDto[] {
  const newest = versions.at(-1);
  return versions.map((one, at): RuleVersionDto => {
    const before = versions[at - 1] ?? null;
    const earlier = one.removed
      ? undefined
      : versions.slice(0, Math.max(0, at - 1)).findLast((old) => !old.removed && isSame(old, one));
    const isRevived = before?.removed === true && !one.removed;
    return {
      id: one.id,
      version: one.version,
      newestVersion: newest?.version ?? one.version,
      at: one.at,
      who: one.who,
      what: one.removed ? "removed" : !before ? "created" : isRevived || earlier ? "restored" : "changed",
      entry: one.entry,
      before: before?.entry ?? null,
      restores: earlier?.version ?? null,
      inForce: newest !== undefined && !newest.removed && isSame(newest, one),
    };
  });
}

async function readVersions(db: Database, id: string | undefined): Promise<StoredVersion[]> {
  let query = db
    .selectFrom("price_rules")
    .leftJoin("users", "users.id", "price_rules.changed_by")
    .select(["price_rules.id", "version", "removed", "data", "changed_at", "users.name as who"]);
  if (id !== undefined) query = query.where("price_rules.id", "=", id);
  const rows = await query.orderBy("price_rules.id").orderBy("version").execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    removed: row.removed === 1,
    entry: PriceEntrySchema.parse(JSON.parse(row.data)),
    at: row.changed_at,
    who: row.who ?? "someone",
  }));
}

function isSame(a: StoredVersion, b: StoredVersion): boolean {
  return JSON.stringify(a.entry) === JSON.stringify(b.entry);
}
