import type { PriceContext } from "@/lib/domain/pricing/price-context";
import type { PriceRule, PriceScope } from "@/lib/domain/pricing/price-rule";

export function scopeMatches(scope: PriceScope, context: PriceContext): boolean {
  if (scope.vendor !== undefined && scope.vendor !== context.vendor) return false;
  if (scope.service !== undefined && scope.service !== context.service) return false;
  if (scope.customer !== undefined && scope.customer !== context.customer) return false;
  if (scope.category !== undefined && !context.categories.includes(scope.category)) return false;
  const { product } = scope;
  return product === undefined || (product.vendor === context.vendor && product.key === context.key);
}

/**
 * The stated precedence: customer before product before category before service before vendor before everything,
 * and two of them before one. The higher number wins.
 */
export function scopeRank(scope: PriceScope): number {
  return (
    (scope.customer === undefined ? 0 : 16) +
    (scope.product === undefined ? 0 : 8) +
    (scope.category === undefined ? 0 : 4) +
    (scope.service === undefined ? 0 : 2) +
    (scope.vendor === undefined ? 0 : 1)
  );
}

/** Rules of equal scope: the one that began later first, then by id, so that the order never depends on chance. */
export function comparePrecedence(a: PriceRule, b: PriceRule): number {
  const byScope = scopeRank(b.scope) - scopeRank(a.scope);
  if (byScope !== 0) return byScope;
  const [from, otherFrom] = [a.validFrom ?? "", b.validFrom ?? ""];
  if (from !== otherFrom) return from < otherFrom ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
