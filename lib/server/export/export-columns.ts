import type { ProductSummary } from "@/lib/contracts/catalog";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { periodMonths } from "@/lib/domain/catalog/period";
import { markupPercent } from "@/lib/domain/money/margin";
import { fromAmount } from "@/lib/domain/money/money";
import { normaliseAmount } from "@/lib/domain/money/normalise-amount";
import { isByUse, soleUse } from "@/lib/domain/pricing/by-use";
import { lowestPrice } from "@/lib/domain/pricing/lowest-price";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";

/** A decimal stays its digits until a file format turns it into a number of its own. */
export type ExportCell =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "number"; readonly decimal: string };

export type ExportColumn = {
  readonly title: string;
  readonly width: number;
  readonly cell: (product: ProductSummary) => ExportCell | null;
};

type TableColumn = {
  readonly needsCost?: boolean;
  readonly byDefault?: boolean;
  readonly gives: readonly ExportColumn[];
};

const text = (value: string | null | undefined): ExportCell | null => (value ? { kind: "text", text: value } : null);
const number = (decimal: string | null | undefined): ExportCell | null =>
  decimal === null || decimal === undefined ? null : { kind: "number", decimal };
const list = (values: readonly string[]) => text(values.join(", "));
const column = (title: string, width: number, cell: ExportColumn["cell"]): ExportColumn => ({ title, width, cell });

/** What is billed by use alone stands with what a unit used comes to; with tiers their cost and margin differ. */
function figuresOf(product: ProductSummary): Pick<ProductSummary, "price" | "cost" | "margin"> {
  return soleUse(product) ?? { ...product, price: product.price ?? lowestPrice(product.overuse) };
}

function pricePer(product: ProductSummary): string | null {
  if (isByUse(product)) return product.overuse.length > 1 ? "unit used, lowest tier" : "unit used";
  return product.price ? periodText(product.billingPeriod, "once") : null;
}

function knownCost(product: ProductSummary) {
  const { cost } = figuresOf(product);
  return cost && "amount" in cost ? cost : null;
}

function markup(product: ProductSummary): string | null {
  const [cost, { price }] = [knownCost(product), figuresOf(product)];
  if (!cost || price?.currency !== cost.currency) return null;
  return markupPercent(fromAmount(cost), fromAmount(price));
}

function periodText(period: string | null, without: string): string {
  if (period === null) return without;
  const months = periodMonths(period);
  return months === null ? period : months === 1 ? "1 month" : `${months} months`;
}

/** The table's columns by their ids, each with what it becomes in a file; the head names the unit. */
const tableColumns: Readonly<Record<string, TableColumn>> = {
  vendor: { byDefault: true, gives: [column("Vendor", 16, ({ vendor }) => text(vendorLabel(vendor)))] },
  service: { byDefault: true, gives: [column("Service", 18, ({ service, provider }) => text(service ?? provider))] },
  category: { gives: [column("Categories", 24, ({ categories }) => list(categories))] },
  topics: {
    gives: [column("Topics", 24, ({ topics }) => list(topics.map((topic) => facetLabel("topic", topic))))],
  },
  serviceType: { gives: [column("Service type", 18, ({ serviceType }) => text(serviceType))] },
  planType: { gives: [column("Plan type", 12, ({ planType }) => text(planType))] },
  billing: {
    byDefault: true,
    gives: [column("Billed every", 14, (one) => text(periodText(one.billingPeriod, "once")))],
  },
  commitment: { byDefault: true, gives: [column("Commitment", 14, (one) => text(periodText(one.commitment, "none")))] },
  limits: {
    gives: [
      column("Minimum", 10, ({ minimum }) => number(minimum)),
      column("Maximum", 10, ({ maximum }) => number(maximum)),
    ],
  },
  needs: { gives: [column("Needs", 30, ({ needs }) => list(needs))] },
  cost: {
    byDefault: true,
    needsCost: true,
    gives: [
      column("Cost", 12, (one) => number(knownCost(one)?.amount)),
      column("Cost currency", 10, (one) => text(knownCost(one)?.currency)),
      column("Cost from", 12, (one) => text(costOrigin(one))),
    ],
  },
  price: {
    byDefault: true,
    gives: [
      column("Price", 12, (one) => number(figuresOf(one).price?.amount)),
      column("Currency", 10, (one) => text(figuresOf(one).price?.currency)),
      column("Price per", 12, (one) => text(pricePer(one))),
    ],
  },
  yearly: {
    gives: [
      column("Price per year", 14, ({ price, billingPeriod }) =>
        price ? number(normaliseAmount(price, billingPeriod, "year").amount.amount) : null,
      ),
    ],
  },
  margin: {
    byDefault: true,
    needsCost: true,
    gives: [
      column("Margin", 12, (one) => number(figuresOf(one).margin?.amount)),
      column("Margin % of price", 12, (one) => number(figuresOf(one).margin?.percent)),
    ],
  },
  markup: { needsCost: true, gives: [column("Markup % of cost", 12, (one) => number(markup(one)))] },
  updated: { gives: [column("Updated", 22, ({ updatedAt }) => text(updatedAt))] },
};

function costOrigin(product: ProductSummary): string | null {
  const cost = knownCost(product);
  if (cost) return cost.estimated ? "estimate" : cost.origin;
  return product.cost && "unknown" in product.cost ? "not known" : null;
}

/** The asked columns in the asked order; price always, what comes from cost only for those who may see it. */
export function chooseColumns(asked: string | undefined, seesCost: boolean): readonly ExportColumn[] {
  const ids = asked
    ? asked.split(".")
    : Object.entries(tableColumns).flatMap(([id, { byDefault }]) => (byDefault ? [id] : []));
  const wanted = [...new Set(ids.includes("price") ? ids : [...ids, "price"])];
  return wanted.flatMap((id) => {
    const chosen = Object.hasOwn(tableColumns, id) ? tableColumns[id] : undefined;
    return chosen && (seesCost || !chosen.needsCost) ? chosen.gives : [];
  });
}
