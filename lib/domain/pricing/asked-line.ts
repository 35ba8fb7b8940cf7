import type { PriceRow } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { decimal, type Decimal } from "@/lib/domain/money/decimal";
import { decimalZero } from "@/lib/domain/money/decimal-arithmetic";
import { chargeCost, type ChargeInput, type ComputedCharge } from "@/lib/domain/pricing/compute-charge";
import { baseComponent, baseRows, type Configured, partQuantity } from "@/lib/domain/pricing/configured-parts";
import type { Cost } from "@/lib/domain/pricing/cost";
import { unitCost } from "@/lib/domain/pricing/finish-charge";
import { type OverusePrice, overusePrices } from "@/lib/domain/pricing/overuse";
import { pickCurrency } from "@/lib/domain/pricing/pick-currency";
import type { PriceLineInput } from "@/lib/domain/pricing/priced-line";
import { proposeCharge } from "@/lib/domain/pricing/propose-charge";
import { tierTable } from "@/lib/domain/pricing/tier-table";

/** What is asked of the engine, with the rows, the currency and the quantity that count. */
export type AskedLine = {
  readonly input: PriceLineInput;
  readonly configured: Configured;
  readonly rows: readonly PriceRow[];
  readonly currency: CurrencyCode;
  readonly quantity: Decimal;
};

export function askLine(input: PriceLineInput): AskedLine {
  const configured = {
    quantity: decimal(input.quantity),
    components: input.components ?? [],
    attributes: input.attributes ?? {},
  };
  const base = baseComponent(input.plan.configuration);
  const rows = baseRows(input.plan.prices, base, configured.attributes);
  const quantity = base ? partQuantity(base, configured) : configured.quantity;
  return { input, configured, rows, currency: pickCurrency(rows, input.currency), quantity };
}

export function recurringOf(asked: AskedLine): ComputedCharge | null {
  return proposeCharge(chargeInput(asked, "recurring", asked.quantity));
}

/** No rule gives a set-up where the vendor has none: fixed amounts are the product's, the others start from a row. */
export function setupOf(asked: AskedLine): ComputedCharge | null {
  if (!asked.rows.some((row) => row.kind === "setup")) return null;
  return proposeCharge(chargeInput(asked, "setup", asked.quantity));
}

/** Without a row of the vendor's nothing is asked for use: no rule begins to bill it. */
export function overuseOf(asked: AskedLine): OverusePrice[] {
  if (!asked.rows.some((row) => row.kind === "overuse")) return [];
  return overusePrices(chargeInput(asked, "overuse", decimalZero));
}

/** Nothing is sold yet, but what it would cost us may be known. */
export function costAlone(asked: AskedLine): Cost {
  const input = chargeInput(asked, "recurring", asked.quantity);
  return unitCost({ input, cost: chargeCost(input, tierTable(asked.rows, "list", "recurring", asked.currency)) });
}

function chargeInput({ input, rows, currency }: AskedLine, kind: ChargeInput["kind"], quantity: Decimal): ChargeInput {
  const { plan, rules, context, date } = input;
  const typed = kind === "recurring" ? input.typed : undefined;
  return { rows, kind, currency, quantity, costUnknown: plan.costUnknown, rules, context, date, typed };
}
