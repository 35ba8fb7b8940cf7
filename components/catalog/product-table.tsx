"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { memo, type ReactNode, useMemo } from "react";
import { AddCell, type AddCellProps } from "@/components/catalog/add-cell";
import { type Column, type ColumnLooks, type VendorLabels } from "@/components/catalog/columns";
import { knownCost } from "@/components/catalog/cost-words";
import type { Density } from "@/components/catalog/preferences";
import { catalogHref, type CatalogState } from "@/components/catalog/search-params";
import { SoftLink } from "@/components/catalog/soft-link";
import { SelectAll, SelectBox } from "@/components/catalog/select-boxes";
import type { CartActions } from "@/components/catalog/use-cart-actions";
import type { Catalog } from "@/components/catalog/use-catalog";
import type { Selection } from "@/components/catalog/use-selection";
import { columnDigits } from "@/components/ui/amount";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { normaliseAmount, type PriceView } from "@/lib/domain/money/normalise-amount";

type ProductTableProps = {
  catalog: Catalog;
  columns: readonly Column[];
  density: Density;
  cart: CartActions;
  vendorLabels: VendorLabels;
  selection: Selection;
};

export function ProductTable({ catalog, columns, density, cart, vendorLabels, selection }: ProductTableProps) {
  const { items, state, change, isChanging } = catalog;
  const currency = mainCurrency(items);
  const looks = useMemo(
    () => columnLooks(items, state.per, currency, vendorLabels),
    [items, state.per, currency, vendorLabels],
  );
  return (
    <div className="product-list" data-wide={columns.length > 9 || undefined} data-dimmed={isChanging || undefined}>
      <table className="ledger" data-density={density} aria-busy={isChanging || undefined}>
        <caption className="sr-only">Products with cost, price and margin where known</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <ColumnHead
                key={column.id}
                column={column}
                state={state}
                change={change}
                currency={currency}
                before={index === 0 ? <SelectAll items={items} selection={selection} /> : null}
              />
            ))}
            <th scope="col">
              <span className="sr-only">Add to cart</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((product) => (
            <ProductRow
              key={`${product.vendor}/${product.key}`}
              product={product}
              columns={columns}
              looks={looks}
              line={cart.lineOf(product)}
              adding={cart.isAdding(product)}
              refusal={cart.refusalOf(product)}
              add={cart.add}
              setQuantity={cart.setQuantity}
              selected={selection.has(product)}
              onSelect={selection.toggle}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ProductRowProps = AddCellProps & {
  columns: readonly Column[];
  looks: ColumnLooks;
  selected: boolean;
  onSelect: Selection["toggle"];
};

/** Rendered again only when something of its own changes: adding one row leaves the others alone. */
const ProductRow = memo(function ProductRow(props: ProductRowProps) {
  const { product, columns, looks, selected, onSelect, ...adding } = props;
  return (
    <tr data-row data-selected={selected || undefined}>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.id} scope="row" data-column={column.id}>
            <span className="flex min-w-0 items-center gap-2.5">
              <SelectBox product={product} selected={selected} onSelect={onSelect} />
              <span className="min-w-0 flex-1">{column.cell(product, looks)}</span>
            </span>
          </th>
        ) : (
          <td
            key={column.id}
            data-column={column.id}
            data-cards={column.onCards || undefined}
            className={column.figures ? "num" : undefined}
          >
            {column.cell(product, looks)}
          </td>
        ),
      )}
      <td data-column="add" data-cards className="num">
        <AddCell product={product} {...adding} />
      </td>
    </tr>
  );
});

type ColumnHeadProps = Pick<Catalog, "state" | "change"> & {
  column: Column;
  currency: string | null;
  before: ReactNode;
};

function ColumnHead({ column, state, change, currency, before }: ColumnHeadProps) {
  const note = column.note?.(currency);
  const title = (
    <>
      {column.title}
      {note ? <span className="text-ink-faint font-body"> {note}</span> : null}
    </>
  );
  const className = column.figures ? "num" : undefined;
  if (!column.sort) {
    return (
      <th scope="col" data-column={column.id} className={className}>
        {title}
      </th>
    );
  }
  const direction = directionOf(state, column.sort);
  const next =
    direction === "ascending" ? (`-${column.sort}` as const) : direction === "descending" ? null : column.sort;
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <th scope="col" data-column={column.id} className={className} aria-sort={direction}>
      {before}
      <SoftLink
        href={catalogHref(state, { sort: next })}
        onFollow={() => change({ sort: next })}
        className="hover:text-ink group/sort inline-flex items-center gap-1"
      >
        {title}
        <Arrow
          aria-hidden="true"
          className={`size-3! ${direction === "none" ? "opacity-0 group-hover/sort:opacity-60" : "text-accent"}`}
        />
      </SoftLink>
    </th>
  );
}

function directionOf({ sort, q }: CatalogState, name: string): "ascending" | "descending" | "none" {
  const inForce = sort ?? (q ? "relevance" : "name");
  if (inForce === name) return sort === null ? "none" : "ascending";
  return inForce === `-${name}` ? "descending" : "none";
}

/** The currency most rows are in stands in the head; only cells of another one name theirs. */
function mainCurrency(items: readonly ProductSummary[]): string | null {
  const rows = new Map<string, number>();
  for (const { price } of items) if (price) rows.set(price.currency, (rows.get(price.currency) ?? 0) + 1);
  return [...rows].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

type Amounts = { amount: string; currency: string } | null | undefined;

function columnLooks(
  items: readonly ProductSummary[],
  per: PriceView,
  currency: string | null,
  vendorLabels: VendorLabels,
): ColumnLooks {
  const digitsOf = (amountOf: (product: ProductSummary) => Amounts) =>
    columnDigits(
      items.map((product) => {
        const amount = amountOf(product);
        return amount ? normaliseAmount(amount, product.billingPeriod, per).amount : null;
      }),
    );
  return {
    price: { per, currency, digits: digitsOf((product) => product.price) },
    cost: { per, currency, digits: digitsOf((product) => knownCost(product.cost)) },
    margin: { per, currency, digits: digitsOf((product) => product.margin) },
    vendorLabels,
  };
}
