import type { PlanAmounts } from "@/lib/domain/catalog/plan-amounts";
import type { PriceRow } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { decimal, type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { decimalZero, trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { marginOf } from "@/lib/domain/money/margin";
import { type Amount, fromAmount, sumMoney, toAmount } from "@/lib/domain/money/money";
import { cheaperQuantity } from "@/lib/domain/pricing/cheaper-quantity";
import { chargeCost, type ChargeInput, type ComputedCharge } from "@/lib/domain/pricing/compute-charge";
import {
  baseComponent,
  baseRows,
  chosenOptions,
  type Configured,
  partQuantity,
  partRows,
} from "@/lib/domain/pricing/configured-parts";
import { type Cost, isKnownCost } from "@/lib/domain/pricing/cost";
import { explainCharge } from "@/lib/domain/pricing/explain-charge";
import { finishCharge, unitAmount, unitCost } from "@/lib/domain/pricing/finish-charge";
import { type OverusePrice, overusePrices } from "@/lib/domain/pricing/overuse";
import { pickCurrency } from "@/lib/domain/pricing/pick-currency";
import { findGuardFindings, findOveruseFindings } from "@/lib/domain/pricing/price-guards";
import { proposeCharge } from "@/lib/domain/pricing/propose-charge";
import { tierTable } from "@/lib/domain/pricing/tier-table";
import type { PricedCharge, PricedComponent, PricedLine, PriceLineInput } from "@/lib/domain/pricing/priced-line";

export type * from "@/lib/domain/pricing/priced-line";

/** The one price engine: what a plan costs, sells for and leaves at a quantity, and why. */
export function priceLine(input: PriceLineInput): PricedLine {
  const configured = configuredOf(input);
  const base = baseComponent(input.plan.configuration);
  const quantity = base ? partQuantity(base, configured) : configured.quantity;
  const rows = baseRows(input.plan.prices, base, configured.attributes);
  const currency = pickCurrency(rows, input.currency);
  const asked = chargeInput(input, rows, "recurring", currency, quantity);
  const computed = proposeCharge(asked);
  const setup = hasSetup(rows) ? proposeCharge(chargeInput(input, rows, "setup", currency, quantity)) : null;
  const recurring = computed && explained(computed, input);
  const setupCharge = setup && explained(setup, input);
  const overuse = overuseOf(input, rows, currency);
  const components = pricedComponents(input, configured, currency);
  return {
    currency,
    inAskedCurrency: currency === input.currency,
    quantity: formatDecimal(trimDecimal(quantity)),
    billingPeriod: input.plan.billingPeriod,
    commitment: input.plan.commitment,
    cost: recurring?.cost ?? costAlone(asked),
    recurring,
    setup: setupCharge,
    overuse,
    components,
    ...lineTotals(recurring, components, currency),
    findings: findingsOf({ recurring, setup: setupCharge, overuse }, quantity, input),
    cheaperAt: computed && cheaperQuantity(computed),
  };
}

/** No rule gives a set-up where the vendor has none: fixed amounts are the product's, the others start from a row. */
function hasSetup(rows: readonly PriceRow[]): boolean {
  return rows.some((row) => row.kind === "setup");
}

/** Without a row of the vendor's nothing is asked for use: no rule begins to bill it. */
function overuseOf(input: PriceLineInput, rows: readonly PriceRow[], currency: CurrencyCode): OverusePrice[] {
  if (!rows.some((row) => row.kind === "overuse")) return [];
  return overusePrices(chargeInput(input, rows, "overuse", currency, decimalZero));
}

/** A plan's unit amounts without their explanation: the short way for lists of many products. */
export type PricedOffer = {
  readonly currency: CurrencyCode;
  readonly inAskedCurrency: boolean;
  readonly recurring: Omit<PricedCharge, "steps"> | null;
  readonly setup: Omit<PricedCharge, "steps"> | null;
  readonly overuse: readonly OverusePrice[];
};

export function priceOffer(input: PriceLineInput): PricedOffer {
  const configured = configuredOf(input);
  const base = baseComponent(input.plan.configuration);
  const rows = baseRows(input.plan.prices, base, configured.attributes);
  const currency = pickCurrency(rows, input.currency);
  const quantity = base ? partQuantity(base, configured) : configured.quantity;
  const recurring = proposeCharge(chargeInput(input, rows, "recurring", currency, quantity));
  const setup = hasSetup(rows) ? proposeCharge(chargeInput(input, rows, "setup", currency, quantity)) : null;
  return {
    currency,
    inAskedCurrency: currency === input.currency,
    recurring: recurring && finishCharge(recurring),
    setup: setup && finishCharge(setup),
    overuse: overuseOf(input, rows, currency),
  };
}

/** What `priceOffer` asks for one unit, the set-up where there is nothing else; null where nobody gives a price. */
export function offerPrice(input: PriceLineInput): Amount | null {
  const configured = configuredOf(input);
  const base = baseComponent(input.plan.configuration);
  const rows = baseRows(input.plan.prices, base, configured.attributes);
  const currency = pickCurrency(rows, input.currency);
  const quantity = base ? partQuantity(base, configured) : configured.quantity;
  const recurring = proposeCharge(chargeInput(input, rows, "recurring", currency, quantity));
  if (recurring) return toAmount(unitAmount(recurring, recurring.table));
  if (!hasSetup(rows)) return null;
  const setup = proposeCharge(chargeInput(input, rows, "setup", currency, quantity));
  return setup && toAmount(unitAmount(setup, setup.table));
}

/** The same amounts as `priceOffer`'s as plain decimals per unit, in the asked currency or not at all. */
export function offerAmounts(input: PriceLineInput): PlanAmounts | null {
  const configured = configuredOf(input);
  const base = baseComponent(input.plan.configuration);
  const rows = baseRows(input.plan.prices, base, configured.attributes);
  if (pickCurrency(rows, input.currency) !== input.currency) return null;
  const quantity = base ? partQuantity(base, configured) : configured.quantity;
  const asked = chargeInput(input, rows, "recurring", input.currency, quantity);
  const recurring = proposeCharge(asked);
  const setup = hasSetup(rows) ? proposeCharge(chargeInput(input, rows, "setup", input.currency, quantity)) : null;
  return {
    price: recurring && toAmount(unitAmount(recurring, recurring.table)).amount,
    listPrice: recurring?.list ? toAmount(unitAmount(recurring, recurring.list)).amount : null,
    setupPrice: setup && toAmount(unitAmount(setup, setup.table)).amount,
    cost: listedCost(recurring ? unitCost(recurring) : costAlone(asked), input.currency),
    overuse: overuseOf(input, rows, input.currency),
  };
}

/** Nothing is sold yet, but what it would cost us may be known. */
function costAlone(input: ChargeInput): Cost {
  return unitCost({ input, cost: chargeCost(input, tierTable(input.rows, "list", input.kind, input.currency)) });
}

function listedCost(cost: Cost, currency: CurrencyCode): PlanAmounts["cost"] {
  if (!isKnownCost(cost)) return cost;
  const { amount, origin, estimated } = cost;
  const elsewhere = cost.currency === currency ? {} : { currency: cost.currency };
  return { amount, origin, ...(estimated ? { estimated } : {}), ...elsewhere };
}

function configuredOf(input: PriceLineInput): Configured {
  return {
    quantity: decimal(input.quantity),
    components: input.components ?? [],
    attributes: input.attributes ?? {},
  };
}

function chargeInput(
  { plan, rules, context, date, typed }: PriceLineInput,
  rows: readonly PriceRow[],
  kind: ChargeInput["kind"],
  currency: CurrencyCode,
  quantity: Decimal,
): ChargeInput {
  const forKind = kind === "recurring" ? typed : undefined;
  return { rows, kind, currency, quantity, costUnknown: plan.costUnknown, rules, context, date, typed: forKind };
}

function explained(computed: ComputedCharge, { explain }: PriceLineInput): PricedCharge {
  return { ...finishCharge(computed), steps: explainCharge(computed, explain ?? "steps") };
}

function pricedComponents(input: PriceLineInput, configured: Configured, currency: CurrencyCode): PricedComponent[] {
  return chosenOptions(input.plan.configuration, configured).map(({ component, quantity }) => {
    const rows = partRows(component, configured.attributes);
    const { rules, context, date, plan } = input;
    const { costUnknown } = plan;
    const asked = { rows, kind: "recurring", isOption: true, currency, quantity, costUnknown } as const;
    const computed = proposeCharge({ ...asked, rules, context, date });
    return {
      key: component.key,
      name: component.name,
      quantity: formatDecimal(trimDecimal(quantity)),
      charge: computed && explained(computed, input),
    };
  });
}

/** A plan billed by use has the price of a unit as its price, one that is only set up its set-up. */
function findingsOf(
  { recurring, setup, overuse }: Pick<PricedLine, "recurring" | "setup" | "overuse">,
  quantity: Decimal,
  { rules, context }: PriceLineInput,
) {
  if (recurring) return findGuardFindings(recurring, quantity, rules, context);
  if (overuse.length > 0) return findOveruseFindings(overuse, rules, context);
  return setup ? findGuardFindings(setup, { units: 1n, scale: 0 }, rules, context) : [];
}

function lineTotals(recurring: PricedCharge | null, components: readonly PricedComponent[], currency: CurrencyCode) {
  if (recurring && components.length === 0) {
    return { total: recurring.total, totalCost: recurring.totalCost, totalMargin: recurring.totalMargin };
  }
  const charges = [recurring, ...components.map(({ charge }) => charge)].filter((charge) => charge !== null);
  if (charges.length === 0) return { total: null, totalCost: null, totalMargin: null };
  const total = sumAmounts(
    charges.map((charge) => charge.total),
    currency,
  );
  const costs = charges.map((charge) => charge.totalCost).filter((cost) => cost !== null);
  if (costs.length < charges.length) return { total, totalCost: null, totalMargin: null };
  const totalCost = sumAmounts(costs, currency);
  return { total, totalCost, totalMargin: marginOf(fromAmount(totalCost), fromAmount(total)) };
}

function sumAmounts(amounts: readonly Amount[], currency: CurrencyCode): Amount {
  return toAmount(sumMoney(amounts.map(fromAmount), currency));
}
