import type { CurrencyCode } from "@/lib/domain/money/currency";
import { type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { marginOf } from "@/lib/domain/money/margin";
import { type Amount, fromAmount, sumMoney, toAmount } from "@/lib/domain/money/money";
import { type AskedLine, askLine, costAlone, overuseOf, recurringOf, setupOf } from "@/lib/domain/pricing/asked-line";
import { cheaperQuantity } from "@/lib/domain/pricing/cheaper-quantity";
import type { ComputedCharge } from "@/lib/domain/pricing/compute-charge";
import { chosenOptions, partRows } from "@/lib/domain/pricing/configured-parts";
import { explainCharge } from "@/lib/domain/pricing/explain-charge";
import { finishCharge } from "@/lib/domain/pricing/finish-charge";
import { findGuardFindings, findOveruseFindings } from "@/lib/domain/pricing/price-guards";
import type { PricedCharge, PricedComponent, PricedLine, PriceLineInput } from "@/lib/domain/pricing/priced-line";
import { proposeCharge } from "@/lib/domain/pricing/propose-charge";

export type * from "@/lib/domain/pricing/priced-line";

/** The one price engine: what a plan costs, sells for and leaves at a quantity, and why. */
export function priceLine(input: PriceLineInput): PricedLine {
  const asked = askLine(input);
  const { currency, quantity } = asked;
  const [computed, setupCharge] = [recurringOf(asked), setupOf(asked)];
  const recurring = computed && explained(computed, input);
  const setup = setupCharge && explained(setupCharge, input);
  const overuse = overuseOf(asked);
  const components = pricedComponents(asked);
  return {
    currency,
    inAskedCurrency: currency === input.currency,
    quantity: formatDecimal(trimDecimal(quantity)),
    billingPeriod: input.plan.billingPeriod,
    commitment: input.plan.commitment,
    cost: recurring?.cost ?? costAlone(asked),
    recurring,
    setup,
    overuse,
    components,
    ...lineTotals(recurring, components, currency),
    findings: findingsOf({ recurring, setup, overuse }, quantity, input),
    cheaperAt: computed && cheaperQuantity(computed),
  };
}

function explained(computed: ComputedCharge, { explain }: PriceLineInput): PricedCharge {
  return { ...finishCharge(computed), steps: explainCharge(computed, explain ?? "steps") };
}

function pricedComponents({ input, configured, currency }: AskedLine): PricedComponent[] {
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
