import type { PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { PriceGuard, PriceRule, PriceScope } from "@/lib/domain/pricing/price-rule";
import { noPriceRules, outOfDate, preparePriceRules } from "@/lib/domain/pricing/rule-set";
import type { PriceEntry } from "@/lib/contracts/price-rules";
import { bookVersion, readRules } from "@/lib/server/price-rules/rule-store";
import type { Database } from "@/lib/server/store/database";

/** All rules in force, made ready for the engine; `version` moves with every change of any of them. */
export type RuleBook = { readonly version: number; readonly set: PriceRuleSet };

const empty: RuleBook = { version: 0, set: noPriceRules };
const books = new WeakMap<Database, Promise<RuleBook>>();

/** Read anew only when a rule changed; a desk without rules asks for nothing but their number. */
export async function loadPriceRules(db: Database): Promise<RuleBook> {
  const version = await bookVersion(db);
  if (version === 0) return empty;
  const known = await books.get(db)?.catch(() => null);
  if (known?.version === version) return known;
  const reading = readBook(db, version);
  books.set(db, reading);
  return reading;
}

async function readBook(db: Database, version: number): Promise<RuleBook> {
  const rules = await readRules(db);
  return { version, set: toRuleSet(rules) };
}

export function toRuleSet(entries: readonly { readonly id: string; readonly entry: PriceEntry }[]): PriceRuleSet {
  const rules: PriceRule[] = [];
  const guards: PriceGuard[] = [];
  for (const { id, entry } of entries) {
    if (entry.sets === "limit") guards.push(toGuard(id, entry));
    else rules.push(toRule(id, entry));
  }
  return preparePriceRules(rules, guards);
}

/** What of the rules holds on a day, in a word that changes exactly when prices may. */
export function rulesInForce({ version, set }: RuleBook, day: string): string {
  if (set.rules.length === 0) return "";
  const held = set.rules.filter((rule) => outOfDate(rule, day) === null).length;
  const begun = set.rules.filter((rule) => rule.validFrom !== null && rule.validFrom <= day).length;
  return `rules ${version}.${held}.${begun}`;
}

export function toRule(id: string, entry: Exclude<PriceEntry, { sets: "limit" }>): PriceRule {
  const { name, validFrom, validUntil, rounding } = entry;
  const common = { id, name, scope: toScope(entry.scope), validFrom, validUntil, rounding };
  return entry.sets === "cost"
    ? { ...common, sets: "cost", effect: entry.effect }
    : { ...common, sets: "price", effect: entry.effect };
}

function toGuard(id: string, { name, scope, limit, policy }: Extract<PriceEntry, { sets: "limit" }>): PriceGuard {
  return { id, name, scope: toScope(scope), limit, policy };
}

export function toScope({ vendor, service, category, product, customer }: PriceEntry["scope"]): PriceScope {
  return {
    ...(vendor === undefined ? {} : { vendor }),
    ...(service === undefined ? {} : { service }),
    ...(category === undefined ? {} : { category }),
    ...(product === undefined ? {} : { product }),
    ...(customer === undefined ? {} : { customer }),
  };
}
