import type { PriceContext, PriceRuleSet } from "@/lib/domain/pricing/priced-line";
import type { Day, PriceGuard, PriceRule, PriceScope } from "@/lib/domain/pricing/price-rule";
import { comparePrecedence, scopeMatches } from "@/lib/domain/pricing/price-scope";

/** Each entry sits in the one bucket that its narrowest field names, so that a look-up meets few strangers. */
export type ScopeIndex<Entry> = ReadonlyMap<string, readonly Placed<Entry>[]>;
type Placed<Entry> = { readonly order: number; readonly entry: Entry };

/** Sorts the rules by precedence once; `priceLine` takes the result. */
export function preparePriceRules(rules: readonly PriceRule[], guards: readonly PriceGuard[] = []): PriceRuleSet {
  const ordered = rules.toSorted(comparePrecedence);
  const active = guards.filter((guard) => guard.policy !== "off");
  return {
    rules: ordered,
    guards: active,
    pricesIndex: indexByScope(ordered.filter((rule) => rule.sets === "price")),
    costsIndex: indexByScope(ordered.filter((rule) => rule.sets === "cost")),
    guardsIndex: indexByScope(active),
  };
}

export const noPriceRules: PriceRuleSet = preparePriceRules([]);

/** Everything whose scope matches, highest precedence first, in or out of its dates. */
export function entriesInScope<Entry extends { readonly scope: PriceScope }>(
  index: ScopeIndex<Entry>,
  context: PriceContext,
): readonly Entry[] {
  if (index.size === 0) return [];
  const found: Placed<Entry>[] = [];
  for (const key of bucketsOf(context)) {
    for (const placed of index.get(key) ?? []) if (scopeMatches(placed.entry.scope, context)) found.push(placed);
  }
  if (found.length > 1) found.sort((a, b) => a.order - b.order);
  return found.map((placed) => placed.entry);
}

/** Why the rule does not hold on that day; null when it does. Both ends belong to it. */
export function outOfDate(rule: PriceRule, date: Day): string | null {
  if (rule.validFrom !== null && date < rule.validFrom) return `begins on ${rule.validFrom}`;
  if (rule.validUntil !== null && date > rule.validUntil) return `ended on ${rule.validUntil}`;
  return null;
}

function indexByScope<Entry extends { readonly scope: PriceScope }>(entries: readonly Entry[]): ScopeIndex<Entry> {
  const index = new Map<string, Placed<Entry>[]>();
  entries.forEach((entry, order) => {
    const key = bucketOf(entry.scope);
    const bucket = index.get(key);
    if (bucket) bucket.push({ order, entry });
    else index.set(key, [{ order, entry }]);
  });
  return index;
}

function bucketOf({ product, customer, category, service, vendor }: PriceScope): string {
  if (product !== undefined) return `product ${product.vendor} ${product.key}`;
  if (customer !== undefined) return `customer ${customer}`;
  if (category !== undefined) return `category ${category}`;
  if (service !== undefined) return `service ${service}`;
  return vendor === undefined ? "all" : `vendor ${vendor}`;
}

function bucketsOf(context: PriceContext): string[] {
  const keys = ["all", `vendor ${context.vendor}`, `product ${context.vendor} ${context.key}`];
  if (context.customer !== null) keys.push(`customer ${context.customer}`);
  if (context.service !== null) keys.push(`service ${context.service}`);
  for (const category of new Set(context.categories)) keys.push(`category ${category}`);
  return keys;
}
