import { costUnknownWhy, knownCost, notOrderableLabel } from "@/components/catalog/cost-words";
import { type Compared, fact, type Fact, type FactRow, row } from "@/components/compare/fact";
import { overuseWords } from "@/components/document/overuse-words";
import { tiersOf } from "@/components/product/choose-plan";
import { priceLines } from "@/components/product/price-lines";
import { affixesOf } from "@/components/product/price-words";
import { formatMoney, formatPer, formatQuantity, isZero } from "@/components/ui/format";
import type { AmountDto } from "@/lib/contracts/amount";
import type { PlanDto } from "@/lib/contracts/product";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { normaliseAmount } from "@/lib/domain/money/normalise-amount";
import { isByUse, soleUse } from "@/lib/domain/pricing/by-use";
import { lowestPrice } from "@/lib/domain/pricing/lowest-price";

export function priceRows(compared: readonly Compared[]): FactRow[] {
  const figures = (name: string, of: (one: Compared) => Fact | null): FactRow => ({
    ...row(name, compared, of),
    figures: true,
  });
  const seesCost = compared.some(({ plan }) => plan.cost !== undefined);
  return [
    figures("Price", ({ plan }) => priceFact(plan)),
    ...monthlyRow(compared),
    figures("List price", ({ plan }) => money(plan.listPrice, plan.billingPeriod)),
    figures("Set-up", ({ product }) => money(product.setupPrice, null)),
    figures("Price tiers", (one) => tierFact(one)),
    ...(seesCost
      ? [figures("Cost", ({ plan }) => costFact(plan)), figures("Margin", ({ plan }) => marginFact(plan))]
      : []),
  ];
}

function money(amount: AmountDto | null, period: string | null): Fact | null {
  return amount ? fact(`${formatMoney(amount)} ${formatPer(period)}`) : null;
}

function priceFact(plan: PlanDto): Fact | null {
  const { price, billingPeriod, notOrderable, overuse } = plan;
  const words = notOrderableLabel(notOrderable);
  const least = lowestPrice(overuse);
  if (!words && isByUse(plan) && least) {
    return fact(`${overuse.length > 1 ? "from " : ""}${perUnit(least)}`, overuseWords(plan));
  }
  if (!price) return fact(words);
  if (isZero(price.amount)) return fact(words ?? "Free", words ? null : overuseWords(plan));
  const notes = [affixesOf(plan), words, overuseWords(plan)].filter(Boolean).join("; ");
  return fact(`${formatMoney(price)} ${formatPer(billingPeriod)}`, notes);
}

const perUnit = (amount: AmountDto) => `${formatMoney(amount)} / unit`;

function costFact(plan: PlanDto): Fact | null {
  const used = soleUse(plan);
  const { cost } = used ?? plan;
  const known = knownCost(cost);
  if (!known) return cost === undefined ? null : fact("—", costUnknownWhy(cost));
  const text = used ? perUnit(known) : `${formatMoney(known)} ${formatPer(plan.billingPeriod)}`;
  return fact(text, known.estimated ? "estimated" : null);
}

function marginFact(plan: PlanDto): Fact | null {
  const { margin } = soleUse(plan) ?? plan;
  return margin ? { text: formatMoney(margin), margin } : null;
}

/** Brought to a month where the periods differ; the least is named only among amounts of one currency. */
function monthlyRow(compared: readonly Compared[]): FactRow[] {
  const periods = new Set(compared.flatMap(({ plan }) => (plan.price ? [plan.billingPeriod] : [])));
  const monthly = compared.map(({ plan: { price, billingPeriod } }) =>
    price && billingPeriod !== null ? normaliseAmount(price, billingPeriod, "month") : null,
  );
  const known = monthly.flatMap((one) => (one ? [one.amount] : []));
  const isOneCurrency = new Set(known.map(({ currency }) => currency)).size === 1;
  const [first, ...rest] = known;
  if (!first || rest.length === 0 || (periods.size === 1 && !isOneCurrency)) return [];
  const below = (a: AmountDto, b: AmountDto) => compareDecimals(decimal(a.amount), decimal(b.amount)) < 0;
  const least = rest.reduce((lowest, one) => (below(one, lowest) ? one : lowest), first);
  const isEven = known.every(({ amount }) => amount === least.amount);
  const facts = monthly.map((one) => {
    if (!one) return null;
    const isLeast = isOneCurrency && !isEven && one.amount.amount === least.amount;
    return fact(`${one.exact ? "" : "≈ "}${formatMoney(one.amount)}`, isLeast ? "lowest" : null);
  });
  return [{ name: "Per month", figures: true, facts }];
}

const tierWords = {
  flat: "",
  volume: "volume: the tier reached holds for all units",
  graduated: "graduated: each unit at its own tier",
} as const;

/** The vendor's own tiers; where the price comes from a rule, that they are the vendor's. */
function tierFact({ product, plan }: Compared): Fact | null {
  const model = tiersOf(product, plan);
  const rows = product.prices.filter(
    ({ plan: key, kind, amount }) =>
      key === plan.key && kind === "recurring" && amount.currency === plan.price?.currency,
  );
  const tiers = priceLines(
    rows.filter(({ side }) => side === (rows.some((row) => row.side === "price") ? "price" : "list")),
  );
  if (model === "flat" || tiers.length < 2) return null;
  const amounts = tiers.map(({ from, sides }) => ({ from, amount: sides.price ?? sides.list }));
  const text = amounts.map(({ from, amount }) =>
    amount ? `from ${formatQuantity(from)}: ${formatMoney(amount)}` : "",
  );
  const isOwn = amounts.some(({ amount }) => amount?.amount === plan.price?.amount);
  return fact(text.join("; "), `${tierWords[model]}${isOwn ? "" : "; the vendor’s amounts, before price rules"}`);
}
