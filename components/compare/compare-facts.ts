import { costUnknownWhy, knownCost, notOrderableLabel } from "@/components/catalog/cost-words";
import { overuseWords } from "@/components/document/overuse-words";
import { planTypeWord } from "@/components/product/plans-table";
import {
  formatBilling,
  formatCommitment,
  formatMoney,
  formatPer,
  formatQuantity,
  isZero,
} from "@/components/ui/format";
import type { AmountDto } from "@/lib/contracts/amount";
import type { PlanDto, ProductDto } from "@/lib/contracts/product";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { normaliseAmount } from "@/lib/domain/money/normalise-amount";
import { isByUse, soleUse } from "@/lib/domain/pricing/by-use";
import { lowestPrice } from "@/lib/domain/pricing/lowest-price";

export type Compared = { readonly product: ProductDto; readonly plan: PlanDto; readonly vendorLabel: string };

/** A cell's words; `figure` cells stand at the right. Null = the vendor does not say. */
export type Fact = { readonly text: string; readonly note?: string };

export type FactRow = {
  readonly name: string;
  readonly hint?: string | null;
  readonly figures?: boolean;
  readonly facts: readonly (Fact | null)[];
};

export type FactGroup = { readonly title: string; readonly rows: readonly FactRow[] };

/** The same rows for every product, in the same order; a row nobody fills is left out. */
export function compareFacts(compared: readonly Compared[]): FactGroup[] {
  const groups = [
    { title: "Price", rows: priceRows(compared) },
    { title: "Terms", rows: termRows(compared) },
    { title: "Product", rows: productRows(compared) },
    { title: "What the plan holds", rows: attributeRows(compared) },
    { title: "Facts", rows: namedRows(compared, ({ product }) => product.facts) },
  ];
  return groups.flatMap(({ title, rows }) => {
    const filled = rows.filter(({ facts }) => facts.some((fact) => fact !== null));
    return filled.length > 0 ? [{ title, rows: filled }] : [];
  });
}

export function differs({ facts }: FactRow): boolean {
  return new Set(facts.map((fact) => JSON.stringify([fact?.text ?? null, fact?.note ?? null]))).size > 1;
}

export function onlyDifferences(groups: readonly FactGroup[]): FactGroup[] {
  return groups.flatMap(({ title, rows }) => {
    const left = rows.filter(differs);
    return left.length > 0 ? [{ title, rows: left }] : [];
  });
}

const fact = (text: string | null | undefined, note?: string | null): Fact | null =>
  text ? { text, ...(note ? { note } : {}) } : null;

const row = (name: string, compared: readonly Compared[], of: (one: Compared) => Fact | null): FactRow => ({
  name,
  facts: compared.map(of),
});

function priceRows(compared: readonly Compared[]): FactRow[] {
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
    figures("Volume prices", (one) => tierFact(one)),
    ...(seesCost
      ? [figures("Cost", ({ plan }) => costFact(plan)), figures("Margin", ({ plan }) => marginFact(plan))]
      : []),
  ];
}

function money(amount: AmountDto | null, period: string | null): Fact | null {
  return amount ? fact(`${formatMoney(amount)} ${formatPer(period)}`) : null;
}

function priceFact(plan: PlanDto): Fact | null {
  const { price, billingPeriod, priceSuffix, notOrderable, overuse } = plan;
  const words = notOrderableLabel(notOrderable);
  const least = lowestPrice(overuse);
  if (!words && isByUse(plan) && least) {
    return fact(`${overuse.length > 1 ? "from " : ""}${perUnit(least)}`, overuseWords(plan));
  }
  if (!price) return fact(words);
  if (isZero(price.amount)) return fact(words ?? "Free", words ? null : overuseWords(plan));
  return fact(`${formatMoney(price)} ${formatPer(billingPeriod)}`, words ?? shortSuffix(priceSuffix));
}

/** The period already stands behind the amount. */
function shortSuffix(suffix: string | null): string | null {
  return suffix?.replace(/,? ?per (month|year)$/i, "") || null;
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
  return margin ? fact(formatMoney(margin), margin.percent === null ? null : `${margin.percent} % of price`) : null;
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

function tierFact({ product, plan }: Compared): Fact | null {
  const tiers = product.prices.filter(
    ({ plan: key, side, kind, amount }) =>
      key === plan.key && side === "price" && kind === "recurring" && amount.currency === plan.price?.currency,
  );
  if (tiers.length < 2) return null;
  return fact(tiers.map(({ from, amount }) => `from ${formatQuantity(from)}: ${formatMoney(amount)}`).join("; "));
}

function termRows(compared: readonly Compared[]): FactRow[] {
  return [
    row("Plan", compared, ({ product, plan }) => fact(plan.name === product.name ? null : plan.name)),
    row("Plan type", compared, ({ plan }) => fact(planTypeWord(plan.type))),
    row("Billing", compared, ({ plan }) => fact(formatBilling(plan.billingPeriod))),
    row("Commitment", compared, ({ plan }) => fact(formatCommitment(plan.commitment))),
    row("Units", compared, ({ plan: { minimum, maximum } }) =>
      fact(
        maximum === null ? `from ${formatQuantity(minimum)}` : `${formatQuantity(minimum)}–${formatQuantity(maximum)}`,
      ),
    ),
    row("Needs", compared, ({ product }) => fact(product.needs.length > 0 ? product.needs.join(", ") : "nothing else")),
  ];
}

function productRows(compared: readonly Compared[]): FactRow[] {
  return [
    row("Vendor", compared, ({ vendorLabel }) => fact(vendorLabel)),
    row("Provider", compared, ({ product }) => fact(product.provider)),
    row("Service", compared, ({ product }) => fact(product.service)),
    row("Category", compared, ({ product }) => fact(product.categories.join(", "))),
    row("Topics", compared, ({ product }) =>
      fact(product.topics.map((topic) => facetLabel("topic", topic)).join(", ")),
    ),
    row("Service type", compared, ({ product }) => fact(product.serviceType)),
  ];
}

/** By name, so that the same attribute of two products stands on one row whatever its id. */
function attributeRows(compared: readonly Compared[]): FactRow[] {
  const hints = new Map(
    compared.flatMap(({ plan }) =>
      plan.attributes.map(({ name, toolTip }) => [name, toolTip === name ? null : toolTip] as const),
    ),
  );
  const rows = namedRows(compared, ({ plan }) =>
    plan.attributes.map(({ name, description }) => ({ name, value: description || "included" })),
  );
  return rows.map(({ name, facts }) => ({ name, facts, hint: hints.get(name) ?? null }));
}

type Named = { readonly name: string; readonly value: string };

function namedRows(compared: readonly Compared[], of: (one: Compared) => readonly Named[]): FactRow[] {
  const own = compared.map((one) => Map.groupBy(of(one), ({ name }) => name));
  const names = [...new Set(own.flatMap((map) => [...map.keys()]))];
  return names.map((name) => ({
    name,
    facts: own.map((map) =>
      fact(
        map
          .get(name)
          ?.map(({ value }) => value)
          .join(", "),
      ),
    ),
  }));
}
