import type { CostUnknownReason, PriceKind, PriceRow } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { decimal, type Decimal } from "@/lib/domain/money/decimal";
import type { CostTable } from "@/lib/domain/pricing/cost-table";
import {
  addPercent,
  applyEffect,
  type EffectResult,
  type EffectSources,
  priceAtMargin,
  whyNoCost,
} from "@/lib/domain/pricing/effect";
import { findCost } from "@/lib/domain/pricing/find-cost";
import type { PriceContext } from "@/lib/domain/pricing/price-context";
import type { PriceRuleSet, TypedAmounts } from "@/lib/domain/pricing/priced-line";
import type { Day, PriceRule, RoundingPolicy } from "@/lib/domain/pricing/price-rule";
import { describeRounding, type Rounded, roundTiers } from "@/lib/domain/pricing/rounding";
import { outOfDate } from "@/lib/domain/pricing/rule-set";
import { entriesInScope, type ScopeIndex } from "@/lib/domain/pricing/scope-index";
import { typedPriceIn } from "@/lib/domain/pricing/typed-price";
import { flatTable, mapTiers, type TierTable, tierTable } from "@/lib/domain/pricing/tier-table";

export type ChargeInput = {
  readonly rows: readonly PriceRow[];
  readonly kind: PriceKind;
  /** An option of a configured plan, beside what the plan itself comes to. */
  readonly isOption?: boolean;
  readonly currency: CurrencyCode;
  readonly quantity: Decimal;
  readonly costUnknown: CostUnknownReason;
  readonly rules: PriceRuleSet;
  readonly context: PriceContext;
  readonly date: Day;
  readonly typed?: TypedAmounts | undefined;
};

/** What the price was after one step; the last stage's table is the price. */
export type ChargeStage = {
  readonly kind: "base" | "rule" | "rounding" | "typed";
  readonly text: string;
  /** The same for those who may not see cost: no rule's name, no percentage of a cost. */
  readonly openText: string;
  readonly table: TierTable;
  readonly ruleId: string | null;
  readonly rounded?: Rounded;
};

export type PassedOver = { readonly ruleId: string | null; readonly text: string };

export type ComputedCharge = {
  readonly input: ChargeInput;
  readonly stages: readonly ChargeStage[];
  readonly table: TierTable;
  readonly list: TierTable | null;
  readonly cost: CostTable;
  readonly passedOver: readonly PassedOver[];
  readonly ruleId: string | null;
};

/** Cost, rules, rounding and what was typed, in this order. Null where nobody gives a price. */
export function computeCharge(input: ChargeInput): ComputedCharge | null {
  const { rows, kind, currency, typed } = input;
  const list = tierTable(rows, "list", kind, currency);
  const cost = chargeCost(input, list);
  const sources = { currency, list, cost, price: tierTable(rows, "price", kind, currency) };
  const passedOver: PassedOver[] = [];
  const byRules = stagesByRules(input, sources, passedOver);
  const byHand = typedStage(typed, sources, passedOver);
  const stages = byHand ? [...byRules.stages, byHand] : byRules.stages;
  const last = stages.at(-1);
  return last ? { input, stages, table: last.table, list, cost, passedOver, ruleId: byRules.ruleId } : null;
}

/** What a charge costs us; it may be known where nobody gives a price. */
export function chargeCost(input: ChargeInput, list: TierTable | null): CostTable {
  const { rows, kind, currency, rules, date, typed } = input;
  return findCost({
    currency,
    list,
    date,
    vendorCost: tierTable(rows, "cost", kind, currency),
    elsewhere: costElsewhere(rows, kind, currency),
    typed: typed?.cost,
    rules: rules.costsIndex.size === 0 ? [] : rulesAbout(input, rules.costsIndex),
    unknown: rows.some((row) => row.side === "cost" && row.kind === kind) ? "notProvided" : input.costUnknown,
  });
}

/** A fixed amount is that of the product: no set-up, unit used or option of it takes it once more. */
function isAbout({ kind, isOption }: ChargeInput): (rule: PriceRule) => boolean {
  const takesFixed = kind === "recurring" && !isOption;
  return ({ effect }) => takesFixed || effect.kind !== "fixed";
}

/** The rules of a scope that count, first one first. A pretty ending would make a unit used many times as dear. */
function* rulesAbout<Rule extends PriceRule>(input: ChargeInput, index: ScopeIndex<Rule>): Generator<Rule, void> {
  const counts = isAbout(input);
  for (const rule of entriesInScope(index, input.context)) {
    if (counts(rule)) yield input.kind === "overuse" ? { ...rule, rounding: null } : rule;
  }
}

/** The vendor's first cost in any other currency. */
function costElsewhere(rows: readonly PriceRow[], kind: ChargeInput["kind"], currency: CurrencyCode) {
  const other = rows.find((row) => row.side === "cost" && row.kind === kind && row.currency !== currency);
  const table = other && tierTable(rows, "cost", kind, other.currency);
  return other && table ? { currency: other.currency, table } : null;
}

/** Rules that hold as well, but come after the one that gave the price. */
export function outrankedRules({ input, ruleId }: Pick<ComputedCharge, "input" | "ruleId">): readonly PriceRule[] {
  const rules = [...rulesAbout(input, input.rules.pricesIndex)];
  const at = rules.findIndex(({ id }) => id === ruleId);
  return at < 0 ? [] : rules.slice(at + 1).filter((rule) => outOfDate(rule, input.date) === null);
}

type RuledPrice = { readonly stages: readonly ChargeStage[]; readonly ruleId: string | null };

/** The first rule in precedence that holds and can be used; without one the vendor's price. */
function stagesByRules(input: ChargeInput, sources: EffectSources, passedOver: PassedOver[]): RuledPrice {
  for (const rule of rulesAbout(input, input.rules.pricesIndex)) {
    const expired = outOfDate(rule, input.date);
    const result = expired === null ? applyEffect(rule.effect, sources) : { reason: expired };
    if (!("reason" in result)) return { stages: stagesOf(result, rule, sources.currency), ruleId: rule.id };
    passedOver.push({ ruleId: rule.id, text: `“${rule.name}” was passed over: ${result.reason}` });
  }
  const result = applyEffect({ kind: "vendor-price" }, sources);
  return { stages: "reason" in result ? [] : stagesOf(result, null, sources.currency), ruleId: null };
}

function stagesOf(
  result: Exclude<EffectResult, { readonly reason: string }>,
  rule: PriceRule | null,
  currency: CurrencyCode,
): ChargeStage[] {
  const ruleId = rule?.id ?? null;
  const because = rule ? ` (“${rule.name}”)` : "";
  const first = result.changed ? result.from : `${result.from}${because}`;
  const stages: ChargeStage[] = [
    { kind: "base", text: first, openText: result.from, table: result.base, ruleId: null },
  ];
  if (result.changed) {
    const text = `${result.does}${because}`;
    stages.push({ kind: "rule", text, openText: result.does, table: result.changed, ruleId });
  }
  const policy: RoundingPolicy | null = rule?.rounding ?? null;
  if (result.changed || policy) {
    const rounded = { exact: result.changed ?? result.base, policy, source: result.base };
    const table = roundTiers(rounded, currency);
    const text = describeRounding(policy);
    stages.push({ kind: "rounding", text, openText: text, table, ruleId, rounded });
  }
  return stages;
}

function typedStage(
  typed: TypedAmounts | undefined,
  sources: EffectSources,
  passedOver: PassedOver[],
): ChargeStage | null {
  if (!typed?.price) return null;
  const price = typedPriceIn(typed, sources.currency);
  if (!price) {
    const text = `The price typed in ${typed.currency} was passed over: this one is in ${sources.currency}`;
    passedOver.push({ ruleId: null, text });
    return null;
  }
  const { kind, value } = price;
  const openText = `Price typed${whoAndWhen(typed)}`;
  const common = { kind: "typed", openText, ruleId: null } as const;
  if (kind === "amount") return { ...common, text: openText, table: flatTable(decimal(value)) };
  const made = typedPercent(kind, decimal(value), sources);
  if ("reason" in made) {
    passedOver.push({ ruleId: null, text: `The typed ${kind} of ${value} % cannot be used: ${made.reason}` });
    return null;
  }
  const rounded = { exact: mapTiers(made.from, made.change), policy: null, source: made.from };
  const table = roundTiers(rounded, sources.currency);
  return { ...common, text: `${typedWords[kind]} of ${value} % typed${whoAndWhen(typed)}`, table, rounded };
}

const typedWords = { margin: "Margin", markup: "Markup", discount: "Discount" } as const;

type TypedPercent =
  { readonly from: TierTable; readonly change: (amount: Decimal) => Decimal } | { readonly reason: string };

function typedPercent(kind: keyof typeof typedWords, percent: Decimal, { cost, list }: EffectSources): TypedPercent {
  if (kind === "discount") {
    const negative = { units: -percent.units, scale: percent.scale };
    return list
      ? { from: list, change: (amount) => addPercent(amount, negative) }
      : { reason: "there is no list price" };
  }
  if (!cost.known) return { reason: whyNoCost(cost) };
  if (kind === "markup") return { from: cost.table, change: (amount) => addPercent(amount, percent) };
  if (percent.units >= 100n * 10n ** BigInt(percent.scale)) return { reason: "no price has it" };
  return { from: cost.table, change: (amount) => priceAtMargin(amount, percent) };
}

function whoAndWhen({ by, at }: TypedAmounts): string {
  return `${by === undefined ? "" : ` by ${by}`}${at === undefined ? "" : ` on ${at.slice(0, 10)}`}`;
}
