import type { Plan, PriceRow, Product } from "@/lib/domain/catalog/product";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { compareDecimals, comparePlainDecimals, isPlainDecimal, parseDecimal } from "@/lib/domain/money/decimal";
import { describeAmount, describeRow, rowIdentity } from "@/lib/domain/sync/describe-price-row";
import type { Finding } from "@/lib/domain/sync/finding";

/** What a person should look at in the prices of one product. Its key may not be known yet. */
export function findDoubtfulPrices(product: Pick<Product, "name" | "plans">): Finding[] {
  return product.plans.flatMap((plan) => (isBeyondDoubt(plan) ? [] : findInPlan(product, plan)));
}

/** Most plans are: this says so without building anything, and what it lets pass is looked at in full. */
function isBeyondDoubt({ prices }: Plan): boolean {
  for (const row of prices) {
    if (!isCurrencyCode(row.currency) || !isPlainDecimal(row.amount)) return false;
    if (row.side === "cost" && !hasPriceAbove(prices, row)) return false;
  }
  return true;
}

/** True only where exactly one price stands beside the cost. */
function hasPriceAbove(prices: readonly PriceRow[], cost: PriceRow): boolean {
  let beside: PriceRow | null = null;
  for (const row of prices) {
    if (row.side !== "price" || row.kind !== cost.kind || row.currency !== cost.currency) continue;
    if (beside !== null) return false;
    beside = row;
  }
  return beside !== null && isPlainDecimal(beside.amount) && comparePlainDecimals(beside.amount, cost.amount) >= 0;
}

function findInPlan(product: Pick<Product, "name" | "plans">, plan: Plan): Finding[] {
  const several = product.plans.length > 1;
  const about = (kind: Finding["kind"], reason: string, showsCost: boolean): Finding => ({
    kind,
    key: null,
    name: product.name,
    reason,
    excerpt: null,
    showsCost,
  });
  const where = (row: PriceRow) => `${sideWords[row.side]} (${describeRow(plan, row, several)})`;
  const findings: Finding[] = [];
  for (const row of plan.prices) {
    const ofCost = row.side === "cost";
    if (!isCurrencyCode(row.currency)) {
      const reason = `The ${where(row)} has the currency “${row.currency}”, which is not an ISO 4217 code.`;
      findings.push(about("unknown-currency", reason, ofCost));
    }
    if (!parseDecimal(row.amount)) {
      findings.push(about("unreadable-amount", `The ${where(row)} has an amount that is not a number.`, ofCost));
    }
  }
  for (const cost of plan.prices.filter((row) => row.side === "cost")) {
    const price = priceBeside(plan, cost);
    if (!price) {
      const reason = `There is a ${where(cost)} of ${describeAmount(cost)} but no price in ${cost.currency} for it.`;
      findings.push(about("cost-without-price", reason, true));
    } else if (isBelow(price, cost)) {
      const reason = `The ${where(price)} is ${describeAmount(price)}, below its cost of ${describeAmount(cost)}.`;
      findings.push(about("price-below-cost", reason, true));
    }
  }
  return findings;
}

/** `isOffered` knows every key of the vendor's catalog. */
export function findDanglingRequirements(
  product: Pick<Product, "vendor" | "key" | "name" | "requires">,
  isOffered: (key: string) => boolean,
): Finding[] {
  return product.requires
    .filter((group) => !group.anyOf.some((target) => target.vendor !== product.vendor || isOffered(target.key)))
    .map((group) => ({
      kind: "dangling-requirement" as const,
      key: product.key,
      name: product.name,
      reason: `It requires ${group.anyOf.map((target) => target.name).join(" or ")}, which the vendor does not offer us.`,
      excerpt: null,
      showsCost: false,
    }));
}

const sideWords = { cost: "cost", list: "list price", price: "price" } as const;

/** The price of the same tier, or of the first tier where tiers differ; the same kind and currency always. */
function priceBeside(plan: Plan, cost: PriceRow): PriceRow | undefined {
  const prices = plan.prices.filter(
    (row) => row.side === "price" && row.kind === cost.kind && row.currency === cost.currency,
  );
  if (prices.length < 2) return prices[0];
  return prices.find((row) => rowIdentity({ ...row, side: "cost" }) === rowIdentity(cost)) ?? prices[0];
}

function isBelow(price: PriceRow, cost: PriceRow): boolean {
  const [left, right] = [parseDecimal(price.amount), parseDecimal(cost.amount)];
  return left !== null && right !== null && compareDecimals(left, right) < 0;
}
