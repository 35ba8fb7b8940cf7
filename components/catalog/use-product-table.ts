"use client";

import { type ColumnOrderState, type ColumnVisibilityState, functionalUpdate, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import { columns } from "@/components/catalog/columns";
import { knownCost } from "@/components/catalog/cost-words";
import { isMovableColumn, type MovableColumn, movableColumns } from "@/components/catalog/preferences";
import {
  type ColumnLooks,
  type ProductTableModel,
  tableParts,
  type VendorLabels,
} from "@/components/catalog/table-parts";
import type { CartActions } from "@/components/catalog/use-cart-actions";
import type { Catalog } from "@/components/catalog/use-catalog";
import { productId, type Selection } from "@/components/catalog/use-selection";
import { columnDigits } from "@/components/ui/amount";
import { shownLanguage } from "@/components/ui/shown-language";
import type { AmountDto } from "@/lib/contracts/amount";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { normaliseAmount, type PriceView } from "@/lib/domain/money/normalise-amount";

const columnPinning = { start: ["select", "product"], end: ["add"] };

type ProductTableOptions = {
  readonly catalog: Catalog;
  readonly mayReadCosts: boolean;
  /** The columns between the pinned ones, from left to right; null = the usual ones. */
  readonly shown: readonly MovableColumn[] | null;
  readonly onShown: (shown: readonly MovableColumn[]) => void;
  readonly cart: CartActions;
  readonly vendorLabels: VendorLabels;
  readonly locales: readonly string[];
  readonly selection: Selection;
  readonly onPreview: (product: ProductSummary) => void;
};

/** Columns, their order and pinning and the selection are the table library's; the rows come as the server sorted them. */
export function useProductTable(options: ProductTableOptions): ProductTableModel {
  const { catalog, mayReadCosts, onShown, cart, vendorLabels, locales, selection, onPreview } = options;
  const { items, state } = catalog;
  const allowed = useMemo(() => columns.filter(({ meta }) => mayReadCosts || !meta?.needsCost), [mayReadCosts]);
  const columnOrder = useMemo(() => shownColumns(options.shown), [options.shown]);
  const columnVisibility = useMemo(() => visibilityOf(columnOrder), [columnOrder]);
  const { per, locale } = state;
  const looks = useMemo(
    () => ({ ...columnLooks(items, per), vendorLabels, language: shownLanguage(locale, locales) }),
    [items, per, vendorLabels, locale, locales],
  );
  return useTable({
    features: tableParts,
    columns: allowed,
    data: items,
    getRowId: productId,
    state: { columnVisibility, columnOrder, columnPinning, rowSelection: selection.rowSelection },
    onRowSelectionChange: selection.onRowSelectionChange,
    onColumnOrderChange: (updater) => {
      onShown(functionalUpdate<ColumnOrderState>(updater, columnOrder).filter(isMovableColumn));
    },
    onColumnVisibilityChange: (updater) => {
      const next = functionalUpdate(updater, columnVisibility);
      const still = columnOrder.filter((id) => next[id] === true);
      onShown([...still, ...movableColumns.filter((id) => next[id] === true && !still.includes(id))]);
    },
    meta: { looks, cart, words: state.q, onPreview },
  });
}

const usual = columns.flatMap(({ id = "", meta }) => (meta?.byDefault && isMovableColumn(id) ? [id] : []));

/** Price is there whatever an old cookie or a link says. */
function shownColumns(chosen: readonly MovableColumn[] | null): MovableColumn[] {
  const shown = chosen === null ? usual : [...new Set(chosen)];
  return shown.includes("price") ? shown : [...shown, "price"];
}

function visibilityOf(shown: readonly MovableColumn[]): ColumnVisibilityState {
  return Object.fromEntries(movableColumns.map((id) => [id, shown.includes(id)]));
}

/** The currency most rows are in stands in the head; only cells of another one name theirs. */
function mainCurrency(items: readonly ProductSummary[]): string | null {
  const rows = new Map<string, number>();
  for (const { price, overuse } of items) {
    const shown = price ?? overuse[0]?.price;
    if (shown) rows.set(shown.currency, (rows.get(shown.currency) ?? 0) + 1);
  }
  return [...rows].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

type FigureLooks = Pick<ColumnLooks, "price" | "cost" | "margin">;
type Amounts = AmountDto | null | undefined;

/** The many decimals of what is billed by use would push the figures of all other rows apart. */
function columnLooks(items: readonly ProductSummary[], per: PriceView): FigureLooks {
  const currency = mainCurrency(items);
  const digitsOf = (amountOf: (product: ProductSummary) => Amounts) =>
    columnDigits(
      items.map((product) => {
        const amount = amountOf(product);
        return amount ? normaliseAmount(amount, product.billingPeriod, per).amount : null;
      }),
    );
  return {
    price: { per, currency, digits: digitsOf(({ price }) => price) },
    cost: { per, currency, digits: digitsOf(({ cost }) => knownCost(cost)) },
    margin: { per, currency, digits: digitsOf(({ margin }) => margin) },
  };
}
