import { type Decimal, decimal } from "@/lib/domain/money/decimal";
import { decimalZero } from "@/lib/domain/money/decimal-arithmetic";
import { toAmount } from "@/lib/domain/money/money";
import {
  type ChargeInput,
  type ChargeStage,
  computeCharge,
  type ComputedCharge,
} from "@/lib/domain/pricing/compute-charge";
import { unitAmount, unitCost } from "@/lib/domain/pricing/finish-charge";
import { findGuardFindings } from "@/lib/domain/pricing/price-guards";
import { describeRounding, roundTiersUp } from "@/lib/domain/pricing/rounding";
import type { TierTable } from "@/lib/domain/pricing/tier-table";

/** A quotient may have no end: as an amount it is cut where no coin of any currency can see it. */
const allButExact = { kind: "step", step: "0.0000000001", direction: "up" } as const;

/**
 * What is asked for a charge; null where nobody gives a price. One that a floor refuses only because it was rounded is
 * rounded up instead: nothing is proposed that the same rules would then complain of. Where the exact price breaks the
 * floor already, it stays and the finding tells.
 */
export function proposeCharge(input: ChargeInput): ComputedCharge | null {
  const computed = computeCharge(input);
  const last = computed?.stages.at(-1);
  if (!computed || !last?.rounded || input.rules.guardsIndex.size === 0) return computed;
  const broken = brokenBy(computed, last.table);
  if (broken.size === 0) return computed;
  const brokenAnyway = brokenBy(computed, roundTiersUp({ ...last.rounded, policy: allButExact }, input.currency));
  const table = roundTiersUp(last.rounded, input.currency);
  const brokenThen = brokenBy(computed, table);
  if (broken.isSubsetOf(brokenAnyway) || !brokenThen.isSubsetOf(brokenAnyway)) return computed;
  return { ...computed, stages: [...computed.stages.slice(0, -1), upStage(last, table)], table };
}

function upStage(stage: ChargeStage, table: TierTable): ChargeStage {
  const up = "rounded up, as it would be below a floor otherwise";
  if (stage.kind !== "rounding") return { ...stage, text: `${stage.text}, ${up}`, table };
  return { ...stage, text: `${describeRounding(stage.rounded?.policy ?? null)}; ${up}`, table };
}

/** The limits a table breaks at the quantity of the charge. */
function brokenBy(computed: ComputedCharge, table: TierTable): Set<string> {
  const { input, list } = computed;
  const judged = {
    price: toAmount(unitAmount(computed, table)),
    cost: unitCost(computed),
    listPrice: list && toAmount(unitAmount(computed, list)),
  };
  const findings = findGuardFindings(judged, judgedQuantity(input), input.rules, input.context);
  return new Set(findings.map(({ guardId }) => guardId));
}

/** A set-up is charged once, whatever the quantity; how much will be used nobody knows. */
export function judgedQuantity({ kind, quantity }: Pick<ChargeInput, "kind" | "quantity">): Decimal {
  if (kind === "overuse") return decimalZero;
  return kind === "setup" ? decimal("1") : quantity;
}
