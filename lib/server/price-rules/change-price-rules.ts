import type { PriceEntry, PriceRuleDto } from "@/lib/contracts/price-rules";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { type IfMatch, matches } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { newId } from "@/lib/server/new-id";
import { ruleTeller, storedRules } from "@/lib/server/price-rules/list-price-rules";
import { appendVersion, type StoredRule } from "@/lib/server/price-rules/rule-store";
import type { Database } from "@/lib/server/store/database";
import { requireRight, type Viewer } from "@/lib/server/viewer";

type Writing = Pick<Desk, "db" | "now" | "timeZone" | "catalog">;

export async function createPriceRule(desk: Writing, viewer: Viewer, entry: PriceEntry): Promise<PriceRuleDto> {
  requireRight(viewer, "rules:write");
  requireCurrency(entry);
  const id = newId();
  await desk.db.transaction().execute((trx) => insertRule(trx, desk, viewer, { id, entry }));
  return (await ruleTeller(desk))(await findRule(desk.db, id));
}

export async function insertRule(
  trx: Database,
  desk: Pick<Desk, "now">,
  viewer: Viewer,
  { id, entry }: { readonly id: string; readonly entry: PriceEntry },
): Promise<void> {
  const now = desk.now().toISOString();
  await appendVersion(trx, { id, replaces: 0, entry, removed: false, userId: viewer.userId, now });
  await audit(trx, viewer, id, "created", { version: 1, name: entry.name, new: entry });
}

/** A new version in place of the one the writer has seen; the older one is kept. */
export async function updatePriceRule(
  desk: Writing,
  viewer: Viewer,
  id: string,
  ifMatch: IfMatch,
  entry: PriceEntry,
): Promise<PriceRuleDto> {
  requireRight(viewer, "rules:write");
  requireCurrency(entry);
  const before = await seenRule(desk, id, ifMatch);
  await desk.db.transaction().execute((trx) => replaceRule(trx, desk, viewer, { before, entry }));
  return (await ruleTeller(desk))(await findRule(desk.db, id));
}

export async function replaceRule(
  trx: Database,
  desk: Pick<Desk, "now">,
  viewer: Viewer,
  { before, entry }: { readonly before: StoredRule; readonly entry: PriceEntry },
): Promise<void> {
  const { id, version } = before;
  const now = desk.now().toISOString();
  const written = await appendVersion(trx, {
    id,
    replaces: version,
    entry,
    removed: false,
    userId: viewer.userId,
    now,
  });
  if (!written) throw changedMeanwhile();
  await audit(trx, viewer, id, "changed", { version: version + 1, name: entry.name, old: before.entry, new: entry });
}

export async function deletePriceRule(desk: Writing, viewer: Viewer, id: string, ifMatch: IfMatch): Promise<void> {
  requireRight(viewer, "rules:write");
  const before = await seenRule(desk, id, ifMatch);
  await desk.db.transaction().execute(async (trx) => {
    const { version, entry } = before;
    const now = desk.now().toISOString();
    const written = await appendVersion(trx, {
      id,
      replaces: version,
      entry,
      removed: true,
      userId: viewer.userId,
      now,
    });
    if (!written) throw changedMeanwhile();
    await audit(trx, viewer, id, "removed", { version: version + 1, name: entry.name, old: entry });
  });
}

async function seenRule(desk: Writing, id: string, ifMatch: IfMatch): Promise<StoredRule> {
  const rule = await findRule(desk.db, id);
  if (!matches(ifMatch, `${rule.version}`)) {
    throw new AppError(
      "stale",
      `${rule.changedBy} changed this rule since you last saw it. Look at it and try again.`,
      {
        extra: { rule: (await ruleTeller(desk))(rule) },
      },
    );
  }
  return rule;
}

export async function findRule(db: Database, id: string): Promise<StoredRule> {
  const rule = (await storedRules(db)).find((one) => one.id === id);
  if (!rule) throw new AppError("not-found", "There is no such rule. It may have been removed.");
  return rule;
}

function audit(trx: Database, viewer: Viewer, id: string, action: string, detail: Readonly<Record<string, unknown>>) {
  return recordAudit(trx, { userId: viewer.userId, entity: "price-rule", entityId: id, action, detail });
}

export function changedMeanwhile(): AppError {
  return new AppError("conflict", "Somebody changed this rule at the same moment. Look at it and try again.");
}

/** The shape was checked before; this asks whether there is such a currency. */
export function requireCurrency(entry: PriceEntry): void {
  const holder = entry.sets === "limit" ? entry.limit : entry.effect;
  if (!("currency" in holder) || isCurrencyCode(holder.currency)) return;
  const message = `There is no currency ${holder.currency}.`;
  throw new AppError("invalid", message, { errors: [{ path: "body.currency", message }] });
}
