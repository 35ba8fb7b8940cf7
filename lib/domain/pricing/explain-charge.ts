import { minorUnits } from "@/lib/domain/money/currency";
import { type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { decimalZero, roundDecimal, subtractDecimals, trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { type Money, toAmount } from "@/lib/domain/money/money";
import { type ChargeStage, type ComputedCharge, outrankedRules } from "@/lib/domain/pricing/compute-charge";
import type { CostTable } from "@/lib/domain/pricing/cost-table";
import { originWords } from "@/lib/domain/pricing/effect";
import { exactTotal, lineTotal, unitAmount } from "@/lib/domain/pricing/finish-charge";
import type { Explaining, PriceStep } from "@/lib/domain/pricing/priced-line";
import { chargeAt, type TierTable } from "@/lib/domain/pricing/tier-table";

const unknownWords = {
  notProvided: "the vendor gives none",
  usageBased: "it depends on the use",
  needsEstimate: "the vendor tells it with an estimate only",
} as const;

/** A quotient may go on for ever; what is said of it ends where our decimals end. The total is not affected. */
const DIGITS_SHOWN = 10;

/** "Why this price?": the changes of all steps add up to the total of the line. */
export function explainCharge(computed: ComputedCharge, explaining: Explaining): PriceStep[] {
  if (explaining === "none") return [];
  const open = explaining === "price-side";
  const passedOver = open ? [] : [...computed.passedOver, ...outranked(computed)];
  const steps: PriceStep[] = open ? [] : [costStep(computed), ...passedOver.map(passedOverStep)];
  let before = decimalZero;
  for (const { kind, text, ruleId, table } of open ? openStages(computed) : computed.stages) {
    const after = roundDecimal(exactTotal(computed, table), DIGITS_SHOWN);
    const unit = unitWords(computed, table);
    steps.push({ kind, text, change: change(before, after), unit, ruleId: open ? null : ruleId });
    before = after;
  }
  steps.push(...tierSteps(computed), ...roundingStep(computed, before));
  return steps;
}

function unitWords(computed: ComputedCharge, table: TierTable): string {
  const { currency } = computed.input;
  return toAmount(inCurrency(roundDecimal(unitAmount(computed, table), DIGITS_SHOWN), currency)).amount;
}

/** What starts from a cost is told as its result alone. */
function openStages({ stages, cost, input, ruleId }: ComputedCharge): ChargeStage[] {
  const effect = input.rules.rules.find(({ id }) => id === ruleId)?.effect.kind;
  const isFromCost = cost.known && (effect === "markup-on-cost" || effect === "target-margin");
  const ruled = stages.filter(({ kind }) => kind !== "typed");
  const last = ruled.at(-1);
  const told: readonly ChargeStage[] =
    isFromCost && last
      ? [Object.assign({}, last, { kind: "rule", openText: "Price by the price rules" } as const)]
      : ruled;
  const typed = stages.filter(({ kind }) => kind === "typed");
  return [...told, ...typed].map(({ kind, openText, table }) => ({
    kind,
    text: openText,
    openText,
    table,
    ruleId: null,
  }));
}

function costStep(computed: ComputedCharge): PriceStep {
  const { cost } = computed;
  if (!cost.known) return informing("cost", unusableWords(computed, cost));
  const unit = unitWords(computed, cost.table);
  const rule = cost.ruleName === null ? "" : ` (“${cost.ruleName}”)`;
  const estimated = cost.estimated ? ", estimated" : "";
  return informing("cost", `Cost ${unit} ${originWords[cost.origin]}${rule}${estimated}`, unit);
}

function unusableWords(computed: ComputedCharge, { elsewhere, reason }: Extract<CostTable, { known: false }>): string {
  if (!elsewhere) return `Cost is not known: ${unknownWords[reason]}`;
  const { currency, table } = elsewhere;
  const there = { ...computed, input: { ...computed.input, currency } };
  return `Cost ${unitWords(there, table)} ${currency} from the vendor: in another currency than the price, so no margin`;
}

function outranked(computed: ComputedCharge): ComputedCharge["passedOver"] {
  const first = computed.input.rules.rules.find(({ id }) => id === computed.ruleId)?.name;
  return outrankedRules(computed).map(({ id, name }) => ({
    ruleId: id,
    text: `“${name}” was passed over: “${first}” comes before it`,
  }));
}

function passedOverStep({ ruleId, text }: ComputedCharge["passedOver"][number]): PriceStep {
  return { kind: "passed-over", text, change: null, unit: null, ruleId };
}

function informing(kind: "cost" | "tier", text: string, unit: string | null = null): PriceStep {
  return { kind, text, change: null, unit, ruleId: null };
}

function tierSteps({ input, table }: ComputedCharge): PriceStep[] {
  if (table.model === "flat") return [];
  const how = table.model === "volume" ? "all at the price of that quantity" : "at the price of their tier";
  return chargeAt(table, input.quantity).parts.map((part) => {
    const unit = toAmount(inCurrency(part.amount, input.currency)).amount;
    const [quantity, from] = [formatDecimal(trimDecimal(part.quantity)), formatDecimal(trimDecimal(part.from))];
    return informing("tier", `Tier from ${from}: ${quantity} × ${unit}, ${how}`, unit);
  });
}

function roundingStep(computed: ComputedCharge, exact: Decimal): PriceStep[] {
  const total = lineTotal(computed, computed.table);
  const difference = subtractDecimals(total, exact);
  if (difference.units === 0n) return [];
  const digits = minorUnits(computed.input.currency);
  const text = `${formatDecimal(exact, digits)} rounded to ${formatDecimal(total, digits)}`;
  return [{ kind: "line-rounding", text, change: formatDecimal(difference), unit: null, ruleId: null }];
}

function change(before: Decimal, after: Decimal): string {
  return formatDecimal(subtractDecimals(after, before));
}

function inCurrency(amount: Decimal, currency: string): Money {
  return { ...amount, currency };
}
