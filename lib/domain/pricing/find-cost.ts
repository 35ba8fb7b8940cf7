import type { CostUnknownReason } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { decimal } from "@/lib/domain/money/decimal";
import type { CostOrigin } from "@/lib/domain/pricing/cost";
import { applyEffect } from "@/lib/domain/pricing/effect";
import type { PriceRule } from "@/lib/domain/pricing/price-rule";
import { outOfDate } from "@/lib/domain/pricing/rule-set";
import { roundTiers } from "@/lib/domain/pricing/rounding";
import type { CostTable } from "@/lib/domain/pricing/cost-table";
import { flatTable, type TierTable } from "@/lib/domain/pricing/tier-table";

type CostQuestion = {
  readonly currency: string;
  readonly vendorCost: TierTable | null;
  readonly elsewhere: { readonly currency: CurrencyCode; readonly table: TierTable } | null;
  readonly list: TierTable | null;
  readonly typed: string | undefined;
  readonly rules: Iterable<PriceRule>;
  readonly date: string;
  readonly unknown: CostUnknownReason;
};

/** Typed before the vendor's own before a rule; where none of them knows it in this currency, the reason. */
export function findCost(question: CostQuestion): CostTable {
  const { typed, vendorCost, unknown } = question;
  if (typed !== undefined) return known(flatTable(decimal(typed)), "typed");
  if (vendorCost) return known(vendorCost, "vendor");
  for (const rule of question.rules) {
    if (outOfDate(rule, question.date) !== null) continue;
    const table = costByRule(rule, question);
    if (table) {
      const estimated = rule.effect.kind === "discount-from-list";
      return { known: true, table, origin: "rule", estimated, ruleName: rule.name };
    }
  }
  return { known: false, reason: unknown, elsewhere: question.elsewhere };
}

function known(table: TierTable, origin: CostOrigin): CostTable {
  return { known: true, table, origin, estimated: false, ruleName: null };
}

function costByRule(rule: PriceRule, { currency, list, unknown }: CostQuestion): TierTable | null {
  const sources = { currency, price: null, list, cost: { known: false, reason: unknown, elsewhere: null } as const };
  const result = applyEffect(rule.effect, sources);
  if ("reason" in result) return null;
  const { base, changed } = result;
  return changed ? roundTiers({ exact: changed, policy: rule.rounding, source: base }, currency) : base;
}
