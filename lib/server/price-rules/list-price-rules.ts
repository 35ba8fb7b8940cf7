import type { PriceEntry, PriceRuleDto } from "@/lib/contracts/price-rules";
import { comparePrecedence, scopeRank } from "@/lib/domain/pricing/price-scope";
import { outOfDate } from "@/lib/domain/pricing/rule-set";
import type { Desk } from "@/lib/server/desk";
import { today } from "@/lib/server/house-day";
import { toRule, toScope } from "@/lib/server/price-rules/load-price-rules";
import { bookVersion, readRules, type StoredRule } from "@/lib/server/price-rules/rule-store";
import { unknownNames } from "@/lib/server/price-rules/unknown-names";
import { requireRight, type Viewer } from "@/lib/server/viewer";

type Listing = Pick<Desk, "db" | "now" | "timeZone" | "catalog">;

/** Costs first, then prices, then limits; within each the one that is asked first at the top. */
export async function listPriceRules(desk: Listing, viewer: Viewer): Promise<{ items: PriceRuleDto[]; total: number }> {
  requireRight(viewer, "costs:read");
  const items = (await storedRules(desk.db)).map(await ruleTeller(desk));
  return { items, total: items.length };
}

/** Without any rule ever made, nothing is read. */
export async function storedRules(db: Desk["db"]): Promise<StoredRule[]> {
  return (await bookVersion(db)) === 0 ? [] : (await readRules(db)).sort(compareStored);
}

/** How rules are told today. */
export async function ruleTeller(desk: Listing): Promise<(rule: StoredRule) => PriceRuleDto> {
  const [day, unknown] = [today(desk), await unknownNames(desk)];
  return ({ id, version, changedAt, changedBy, entry }) => ({
    id,
    version,
    changedAt,
    changedBy,
    state: stateOf(id, entry, day),
    warnings: unknown(entry.scope),
    entry,
  });
}

function stateOf(id: string, entry: PriceEntry, day: string): PriceRuleDto["state"] {
  if (entry.sets === "limit") return entry.policy === "off" ? "off" : "in-force";
  if (outOfDate(toRule(id, entry), day) === null) return "in-force";
  return entry.validFrom !== null && day < entry.validFrom ? "begins-later" : "ended";
}

const kinds = ["cost", "price", "limit"] as const;

function compareStored(a: StoredRule, b: StoredRule): number {
  const byKind = kinds.indexOf(a.entry.sets) - kinds.indexOf(b.entry.sets);
  if (byKind !== 0) return byKind;
  if (a.entry.sets === "limit" || b.entry.sets === "limit") {
    const byScope = scopeRank(toScope(b.entry.scope)) - scopeRank(toScope(a.entry.scope));
    return byScope || (a.id < b.id ? -1 : 1);
  }
  return comparePrecedence(toRule(a.id, a.entry), toRule(b.id, b.entry));
}
