import { type CellContext, createColumnHelper } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { AddCell } from "@/components/catalog/add-cell";
import { CostCell, type FigureLook, MarginCell, PriceCell } from "@/components/catalog/price-figures";
import { ProductCell } from "@/components/catalog/product-cell";
import { knownCost } from "@/components/catalog/cost-words";
import { SelectAll, SelectBox } from "@/components/catalog/select-boxes";
import type { ColumnLooks, tableParts } from "@/components/catalog/table-parts";
import { Percent, Unknown } from "@/components/ui/amount";
import { formatBilling, formatCommitment, formatQuantity } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import { markupPercent } from "@/lib/domain/money/margin";
import { fromAmount } from "@/lib/domain/money/money";
import { isByUse, soleUse } from "@/lib/domain/pricing/by-use";

type Context = CellContext<typeof tableParts, ProductSummary>;

const column = createColumnHelper<typeof tableParts, ProductSummary>();

const plain: FigureLook = { per: "billed", digits: 0, currency: null };
const plainLooks: ColumnLooks = {
  price: plain,
  cost: plain,
  margin: plain,
  vendorLabels: {},
  language: { asked: "", linked: undefined },
};

const looksOf = ({ table }: Context) => table.options.meta?.looks ?? plainLooks;
const currencyNote = (currency: string | null) => currency;

const textOrUnknown = (text: string | null) => text ?? <Unknown />;
const oneLine = (text: ReactNode) => <span className="whitespace-nowrap">{text}</span>;
const wordList = (words: readonly string[]) =>
  words.length === 0 ? (
    <Unknown />
  ) : (
    <span className="block max-w-48 truncate" title={words.join(", ")}>
      {words.join(", ")}
    </span>
  );

/** All that a row can show. The first two and the last are pinned; what may be hidden and moved stands between. */
export const columns = column.columns([
  column.display({
    id: "select",
    enableHiding: false,
    meta: { title: "Select", onCards: true },
    header: ({ table }) => <SelectAll table={table} />,
    cell: ({ row, table }) => (
      <SelectBox
        product={row.original}
        selected={row.getIsSelected()}
        onToggle={(event) => table.getRow(row.id).getToggleSelectedHandler()(event)}
      />
    ),
  }),
  column.display({
    id: "product",
    enableHiding: false,
    meta: { title: "Product", sort: "name", byDefault: true, onCards: true },
    cell: (context) => (
      <ProductCell
        product={context.row.original}
        language={looksOf(context).language}
        words={context.table.options.meta?.words}
        onPreview={context.table.options.meta?.onPreview}
      />
    ),
  }),
  column.display({
    id: "vendor",
    meta: { title: "Vendor", byDefault: true },
    cell: (context) => {
      const { vendor } = context.row.original;
      return oneLine(looksOf(context).vendorLabels[vendor] ?? vendor);
    },
  }),
  column.display({
    id: "service",
    meta: { title: "Service", byDefault: true },
    cell: ({ row: { original } }) => {
      const text = original.service ?? original.provider;
      return (
        <span className="block max-w-26 leading-[1.15] wrap-break-word">
          {text ? <ServiceName name={text} /> : <Unknown />}
        </span>
      );
    },
  }),
  column.display({
    id: "category",
    meta: { title: "Category" },
    cell: ({ row: { original } }) => wordList(original.categories),
  }),
  column.display({
    id: "topics",
    meta: { title: "Topics" },
    cell: ({ row: { original } }) => wordList(original.topics.map((topic) => facetLabel("topic", topic))),
  }),
  column.display({
    id: "serviceType",
    meta: { title: "Service type" },
    cell: ({ row: { original } }) => textOrUnknown(original.serviceType),
  }),
  column.display({
    id: "planType",
    meta: { title: "Plan type" },
    cell: ({ row: { original } }) =>
      original.planType === null ? <Unknown /> : facetLabel("planType", original.planType),
  }),
  column.display({
    id: "billing",
    meta: { title: "Billing", byDefault: true },
    cell: ({ row: { original } }) => oneLine(formatBilling(original.billingPeriod)),
  }),
  column.display({
    id: "commitment",
    meta: { title: "Commitment", byDefault: true },
    cell: ({ row: { original } }) => oneLine(formatCommitment(original.commitment)),
  }),
  column.display({
    id: "limits",
    meta: { title: "Min–max", figures: true },
    cell: ({
      row: {
        original: { minimum, maximum },
      },
    }) => `${formatQuantity(minimum)}–${maximum === null ? "∞" : formatQuantity(maximum)}`,
  }),
  column.display({
    id: "needs",
    meta: { title: "Depends on" },
    cell: ({ row: { original } }) =>
      original.needs.length > 0 ? wordList(original.needs) : <span className="text-ink-faint">nothing</span>,
  }),
  column.display({
    id: "cost",
    meta: { title: "Cost", note: currencyNote, figures: true, byDefault: true, needsCost: true },
    cell: (context) => <CostCell product={context.row.original} look={looksOf(context).cost} />,
  }),
  column.display({
    id: "price",
    enableHiding: false,
    meta: { title: "Price", note: currencyNote, sort: "price", figures: true, byDefault: true, onCards: true },
    cell: (context) => <PriceCell product={context.row.original} look={looksOf(context).price} />,
  }),
  column.display({
    id: "yearly",
    meta: { title: "Per year", note: currencyNote, figures: true },
    cell: (context) => {
      const { original } = context.row;
      if (isByUse(original)) return <Unknown why="billed by use: what a year comes to is not known" />;
      return <PriceCell product={original} look={{ ...looksOf(context).price, per: "year" }} />;
    },
  }),
  column.display({
    id: "margin",
    meta: {
      title: "Margin",
      note: () => "of price",
      sort: "margin",
      figures: true,
      byDefault: true,
      needsCost: true,
      onCards: true,
    },
    cell: (context) => <MarginCell product={context.row.original} look={looksOf(context).margin} />,
  }),
  column.display({
    id: "markup",
    meta: { title: "Markup", note: () => "of cost", figures: true, needsCost: true },
    cell: ({ row: { original } }) => {
      const percent = markup(original);
      return percent === null ? <Unknown why="markup unknown" /> : <Percent value={percent} />;
    },
  }),
  column.display({
    id: "updated",
    meta: { title: "Updated", sort: "updated" },
    cell: ({ row: { original } }) =>
      original.updatedAt ? <LocalTime iso={original.updatedAt} dateOnly /> : <Unknown />,
  }),
  column.display({
    id: "add",
    enableHiding: false,
    meta: { title: "Add to cart", figures: true, onCards: true },
    cell: ({ row: { original }, table }) => {
      const cart = table.options.meta?.cart;
      return cart ? <AddCell product={original} cart={cart} /> : null;
    },
  }),
]);

/** "GOOGLE_WORKSPACE" goes on in the next line after its underscore; what is copied stays the name. */
function ServiceName({ name }: { name: string }) {
  const at = name.indexOf("_") + 1;
  return (
    <>
      {name.slice(0, at)}
      <wbr />
      {name.slice(at)}
    </>
  );
}

function markup(product: ProductSummary): string | null {
  const { cost, price } = soleUse(product) ?? product;
  const known = knownCost(cost);
  if (!known || !price || known.currency !== price.currency) return null;
  return markupPercent(fromAmount(known), fromAmount(price));
}
