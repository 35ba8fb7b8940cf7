import { minorUnits } from "@/lib/domain/money/currency";
import { type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { decimalZero, roundDecimal, subtractDecimals, trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { type Money, toAmount } from "@/lib/domain/money/money";
import type { ComputedCharge } from "@/lib/domain/pricing/compute-charge";
import { originWords } from "@/lib/domain/pricing/effect";
import { exactTotal, lineTotal, unitAmount } from "@/lib/domain/pricing/finish-charge";
import type { PriceStep } from "@/lib/domain/pricing/priced-line";
import { chargeAt, type TierTable } from "@/lib/domain/pricing/tier-table";

const unknownWords = {
  notProvided: "the vendor gives none",
  usageBased: "it depends on the use",
  needsEstimate: "the vendor tells it with an estimate only",
} as const;

/** A quotient may go on for ever; what is said of it ends where our decimals end. The total is not affected. */
const DIGITS_SHOWN = 10;

/** "Why this price?": the changes of all steps add up to the total of the line. */
export function explainCharge(computed: ComputedCharge): PriceStep[] {
  const steps: PriceStep[] = [costStep(computed), ...computed.passedOver.map(passedOverStep)];
  let before = decimalZero;
  for (const stage of computed.stages) {
    const after = roundDecimal(exactTotal(computed, stage.table), DIGITS_SHOWN);
    const unit = unitWords(computed, stage.table);
    steps.push({ ...stageOf(stage), change: change(before, after), unit });
    before = after;
  }
  steps.push(...tierSteps(computed), ...roundingStep(computed, before));
  return steps;
}

function unitWords(computed: ComputedCharge, table: TierTable): string {
  const { currency } = computed.input;
  return toAmount(inCurrency(roundDecimal(unitAmount(computed, table), DIGITS_SHOWN), currency)).amount;
}

function stageOf({ kind, text, ruleId }: ComputedCharge["stages"][number]) {
  return { kind, text, ruleId };
}

function costStep(computed: ComputedCharge): PriceStep {
  const { cost } = computed;
  if (!cost.known) return informing("cost", `Cost is not known: ${unknownWords[cost.reason]}`);
  const unit = unitWords(computed, cost.table);
  const rule = cost.ruleName === null ? "" : ` (“${cost.ruleName}”)`;
  const estimated = cost.estimated ? ", estimated" : "";
  return informing("cost", `Cost ${unit} ${originWords[cost.origin]}${rule}${estimated}`, unit);
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
