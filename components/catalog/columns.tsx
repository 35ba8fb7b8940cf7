import type { ReactNode } from "react";
import { CostCell, type FigureLook, MarginCell, PriceCell } from "@/components/catalog/price-figures";
import { ProductCell } from "@/components/catalog/product-cell";
import { knownCost } from "@/components/catalog/cost-words";
import { Percent, Unknown } from "@/components/ui/amount";
import { formatBilling, formatCommitment, formatQuantity } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { markupPercent } from "@/lib/domain/money/margin";
import { fromAmount } from "@/lib/domain/money/money";

export type ColumnLooks = { price: FigureLook; cost: FigureLook; margin: FigureLook; vendorLabels: VendorLabels };
export type VendorLabels = Readonly<Record<string, string>>;

export type Column = {
  readonly id: string;
  readonly title: string;
  /** What the head adds in faint ink: "USD", "of price". */
  readonly note?: (currency: string | null) => string | null;
  readonly sort?: "name" | "price" | "margin" | "updated";
  readonly figures?: boolean;
  readonly byDefault: boolean;
  readonly fixed?: boolean;
  readonly needsCost?: boolean;
  /** Still shown on a card. */
  readonly onCards?: boolean;
  readonly cell: (product: ProductSummary, looks: ColumnLooks) => ReactNode;
};

const currencyNote = (currency: string | null) => currency;

const textOrUnknown = (text: string | null) => text ?? <Unknown />;
const wordList = (words: readonly string[]) =>
  words.length === 0 ? (
    <Unknown />
  ) : (
    <span className="block max-w-48 truncate" title={words.join(", ")}>
      {words.join(", ")}
    </span>
  );

export const columns: readonly Column[] = [
  {
    id: "product",
    title: "Product",
    sort: "name",
    byDefault: true,
    fixed: true,
    onCards: true,
    cell: (product) => <ProductCell product={product} />,
  },
  {
    id: "vendor",
    title: "Vendor",
    byDefault: true,
    cell: ({ vendor }, { vendorLabels }) => <span className="whitespace-nowrap">{vendorLabels[vendor] ?? vendor}</span>,
  },
  {
    id: "service",
    title: "Service",
    byDefault: true,
    cell: ({ service, provider }) => (
      <span className="block max-w-32 truncate" title={service ?? provider ?? undefined}>
        {textOrUnknown(service ?? provider)}
      </span>
    ),
  },
  { id: "category", title: "Category", byDefault: false, cell: ({ categories }) => wordList(categories) },
  {
    id: "topics",
    title: "Topics",
    byDefault: false,
    cell: ({ topics }) => wordList(topics.map((topic) => facetLabel("topic", topic))),
  },
  { id: "serviceType", title: "Service type", byDefault: false, cell: ({ serviceType }) => textOrUnknown(serviceType) },
  { id: "planType", title: "Plan type", byDefault: false, cell: ({ planType }) => textOrUnknown(planType) },
  {
    id: "billing",
    title: "Billing",
    byDefault: true,
    cell: ({ billingPeriod }) => <span className="whitespace-nowrap">{formatBilling(billingPeriod)}</span>,
  },
  {
    id: "commitment",
    title: "Commitment",
    byDefault: true,
    cell: ({ commitment }) => <span className="whitespace-nowrap">{formatCommitment(commitment)}</span>,
  },
  {
    id: "limits",
    title: "Min–max",
    figures: true,
    byDefault: false,
    cell: ({ minimum, maximum }) => `${formatQuantity(minimum)}–${maximum === null ? "∞" : formatQuantity(maximum)}`,
  },
  {
    id: "needs",
    title: "Depends on",
    byDefault: false,
    cell: ({ needs }) => (needs.length > 0 ? wordList(needs) : ""),
  },
  {
    id: "cost",
    title: "Cost",
    note: currencyNote,
    figures: true,
    byDefault: true,
    needsCost: true,
    cell: (product, { cost }) => <CostCell product={product} look={cost} />,
  },
  {
    id: "price",
    title: "Price",
    note: currencyNote,
    sort: "price",
    figures: true,
    byDefault: true,
    fixed: true,
    onCards: true,
    cell: (product, { price }) => <PriceCell product={product} look={price} />,
  },
  {
    id: "yearly",
    title: "Per year",
    note: currencyNote,
    figures: true,
    byDefault: false,
    cell: (product, { price }) => <PriceCell product={product} look={{ ...price, per: "year" }} />,
  },
  {
    id: "margin",
    title: "Margin",
    note: () => "of price",
    sort: "margin",
    figures: true,
    byDefault: true,
    needsCost: true,
    onCards: true,
    cell: (product, { margin }) => <MarginCell product={product} look={margin} />,
  },
  {
    id: "markup",
    title: "Markup",
    note: () => "of cost",
    figures: true,
    byDefault: false,
    needsCost: true,
    cell: (product) => {
      const percent = markup(product);
      return percent === null ? <Unknown /> : <Percent value={percent} />;
    },
  },
  {
    id: "updated",
    title: "Updated",
    sort: "updated",
    byDefault: false,
    cell: ({ updatedAt }) => (updatedAt ? <LocalTime iso={updatedAt} dateOnly /> : <Unknown />),
  },
];

function markup({ cost, price }: ProductSummary): string | null {
  const known = knownCost(cost);
  if (!known || !price || known.currency !== price.currency) return null;
  return markupPercent(fromAmount(known), fromAmount(price));
}

/** The columns to show, in the person's order, Product first; cost columns do not exist for those without the right. */
export function visibleColumns(chosen: readonly string[] | null, mayReadCosts: boolean): Column[] {
  const shown = columns.filter(
    (column) =>
      (mayReadCosts || !column.needsCost) &&
      (column.fixed || (chosen === null ? column.byDefault : chosen.includes(column.id))),
  );
  // Price is always chosen by whoever put the columns in an order.
  if (!chosen?.includes("price")) return shown;
  const placeOf = ({ id }: Column) => (id === "product" ? -1 : chosen.indexOf(id));
  return shown.sort((a, b) => placeOf(a) - placeOf(b));
}
