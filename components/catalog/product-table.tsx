"use client";

import { memo } from "react";
import { flexRender } from "@tanstack/react-table";
import { ColumnHead } from "@/components/catalog/column-head";
import type { Density } from "@/components/catalog/preferences";
import type { ColumnLooks, ProductColumn, ProductTableModel, ProductTableRow } from "@/components/catalog/table-parts";
import type { CartActions } from "@/components/catalog/use-cart-actions";
import type { Catalog } from "@/components/catalog/use-catalog";
import { useListScroll } from "@/components/catalog/use-list-scroll";
import { productId } from "@/components/catalog/use-selection";

/** Columns beyond those that fit beside the filters: the list scrolls in a frame of its own. */
const WIDE_FROM = 12;

type ProductTableProps = {
  catalog: Catalog;
  table: ProductTableModel;
  density: Density;
  cart: CartActions;
};

export function ProductTable({ catalog, table, density, cart }: ProductTableProps) {
  const { state, change, isChanging } = catalog;
  const frame = useListScroll();
  const columns = table.getVisibleLeafColumns();
  const meta = table.options.meta;
  return (
    <div
      ref={frame}
      className="product-list"
      data-wide={columns.length >= WIDE_FROM || undefined}
      data-dimmed={isChanging || undefined}
    >
      <table className="ledger" data-density={density} aria-busy={isChanging || undefined}>
        <caption className="sr-only">Products with cost, price and margin where known</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <ColumnHead
                  key={header.id}
                  header={header}
                  state={state}
                  change={change}
                  currency={meta?.looks.price.currency ?? null}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <ProductRow
              key={row.id}
              row={row}
              columns={columns}
              looks={meta?.looks}
              words={meta?.words}
              selected={row.getIsSelected()}
              previewed={state.preview === productId(row.original)}
              line={cart.lineOf(row.original)}
              adding={cart.isAdding(row.original)}
              refusal={cart.refusalOf(row.original)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ProductRowProps = {
  row: ProductTableRow;
  columns: readonly ProductColumn[];
  looks: ColumnLooks | undefined;
  words: string | undefined;
  selected: boolean;
  previewed: boolean;
  line: ReturnType<CartActions["lineOf"]>;
  adding: boolean;
  refusal: string | null;
};

/** The table makes all its rows anew when more are loaded; the product decides whether one has changed. */
function isSameRow({ row, ...before }: ProductRowProps, { row: next, ...after }: ProductRowProps): boolean {
  if (row.original !== next.original) return false;
  return (Object.keys(after) as (keyof typeof after)[]).every((name) => before[name] === after[name]);
}

/** Rendered again only when something of its own changes: adding one row leaves the others alone. */
const ProductRow = memo(function ProductRow({ row, selected, previewed }: ProductRowProps) {
  return (
    <tr data-row={row.id} data-selected={selected || undefined} data-previewed={previewed || undefined}>
      {row.getVisibleCells().map((cell) => {
        const { id, meta } = { id: cell.column.id, meta: cell.column.columnDef.meta };
        const shared = {
          "data-column": id,
          "data-pinned": cell.column.getIsPinned() || undefined,
          "data-cards": meta?.onCards || undefined,
          className: meta?.figures ? "num" : undefined,
        };
        const content = flexRender(cell.column.columnDef.cell, cell.getContext());
        return id === "product" ? (
          <th key={cell.id} scope="row" {...shared}>
            {content}
          </th>
        ) : (
          <td key={cell.id} {...shared}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}, isSameRow);
