"use client";

import { Columns2, Copy, Download, ShoppingCart, Star, X } from "lucide-react";
import { useState } from "react";
import { COMPARED_MAX, compareHref } from "@/components/compare/compare-search";
import { ExportMenu } from "@/components/export/export-menu";
import { openFavourites } from "@/components/favourites/open-favourites";
import { focusTotal } from "@/components/catalog/focus-total";
import type { Selection } from "@/components/catalog/use-selection";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { formatCount, formatNumber } from "@/components/ui/format";
import { toast } from "@/components/ui/toast";
import { useActiveCart, useCreateCart } from "@/lib/client/active-cart-queries";
import { SELECTED_MAX, useAddProducts, useExportSelection } from "@/lib/client/bulk-queries";
import type { ProductSummary } from "@/lib/contracts/catalog";
import type { ListToCart } from "@/lib/contracts/favourites";

type SelectionBarProps = {
  selection: Selection;
  columns: readonly string[];
  /** Which a link to the products carries. */
  locale: string | undefined;
  total: number;
  onReport: (report: ListToCart) => void;
  /** Selects what the list holds beyond the rows shown. */
  onAll: () => Promise<void>;
  allShownChosen: boolean;
};

/** Stands where the toolbar stood while rows are selected. */
export default function SelectionBar({
  selection,
  columns,
  locale,
  total,
  onReport,
  onAll,
  allShownChosen,
}: SelectionBarProps) {
  const products = [...selection.chosen.values()];
  const add = useAddSelected(products, onReport);
  const file = useExportSelection();
  const [isCollecting, setCollecting] = useState(false);
  const mayCompare = products.length >= 2 && products.length <= COMPARED_MAX;
  const collect = async () => {
    setCollecting(true);
    try {
      await onAll();
    } catch (error) {
      toast(error instanceof Error ? error.message : "The rest could not be loaded.", { tone: "loss" });
    } finally {
      setCollecting(false);
    }
  };
  return (
    <section
      aria-label="Selected products"
      className="bg-accent-wash relative flex min-h-14 flex-wrap items-center gap-2 px-4 py-2"
    >
      {/* The toolbar's count is out of reach meanwhile. */}
      <h1 className="sr-only">{formatCount(total, "product")}</h1>
      <p className="text-accent font-strong figures mr-2 max-sm:w-full max-sm:leading-7">
        {formatNumber(String(products.length))} selected
      </p>
      {allShownChosen && total > products.length ? (
        <Button tone="quiet" busy={isCollecting} onClick={() => void collect()}>
          Select{" "}
          {total > SELECTED_MAX
            ? `the first ${formatNumber(String(SELECTED_MAX))}`
            : `all ${formatNumber(String(total))}`}{" "}
          matching
        </Button>
      ) : null}
      <div className="flex flex-wrap items-center gap-1.5 sm:ml-auto sm:gap-2">
        <Button busy={add.isBusy} onClick={add.add}>
          <ShoppingCart aria-hidden="true" className="max-sm:hidden" />
          Add to cart
        </Button>
        {mayCompare ? (
          <ButtonLink
            href={compareHref(
              products.map(({ vendor, key }) => ({ vendor, key, plan: null })),
              { locale },
            )}
          >
            <Columns2 aria-hidden="true" className="max-sm:hidden" />
            Compare
          </ButtonLink>
        ) : (
          <Button disabled title={`Compare takes two to ${COMPARED_MAX} products`}>
            <Columns2 aria-hidden="true" className="max-sm:hidden" />
            Compare
          </Button>
        )}
        <Button onClick={() => void copyPartNumbers(products)}>
          <Copy aria-hidden="true" className="max-sm:hidden" />
          <span>
            Copy<span className="max-sm:sr-only"> part numbers</span>
          </span>
        </Button>
        <Button onClick={() => openFavourites(products.map(({ vendor, key, name }) => ({ vendor, key, name })))}>
          <Star aria-hidden="true" className="max-sm:hidden" />
          Favourites
        </Button>
        <div className="max-md:hidden">
          <ExportMenu
            label={
              <>
                <Download aria-hidden="true" className="max-sm:hidden" />
                {file.isPending ? "Exporting…" : "Export"}
              </>
            }
            onExport={(format) =>
              file.mutate(
                { products, format, columns, locale },
                { onError: (error) => toast(error.message, { tone: "loss" }) },
              )
            }
          />
        </div>
        <Button
          tone="quiet"
          className="max-sm:absolute max-sm:top-1.5 max-sm:right-2"
          onClick={() => {
            selection.clear();
            focusTotal();
          }}
        >
          <X aria-hidden="true" className="max-sm:hidden" />
          Clear
        </Button>
      </div>
    </section>
  );
}

function useAddSelected(products: readonly ProductSummary[], onReport: (report: ListToCart) => void) {
  const { active } = useActiveCart();
  const create = useCreateCart();
  const addProducts = useAddProducts();
  const refuse = (error: Error) => toast(error.message, { tone: "loss" });
  const into = (cartId: string) =>
    addProducts.mutate(
      { cartId, products },
      {
        onSuccess: (report) => {
          onReport(report);
          announce(`${report.added} of ${formatCount(report.rows.length, "product")} added to ${report.cart.name}`);
        },
        onError: refuse,
      },
    );
  const currency = products.find(({ price }) => price !== null)?.price?.currency ?? "USD";
  return {
    isBusy: create.isPending || addProducts.isPending,
    add: () => {
      if (active) into(active.id);
      else create.mutate({ name: "New cart", currency }, { onSuccess: (cart) => into(cart.id), onError: refuse });
    },
  };
}

/** One a line, as a paste or a spreadsheet takes them. */
async function copyPartNumbers(products: readonly ProductSummary[]): Promise<void> {
  const text = products.map(({ partNumber }) => partNumber).join("\n");
  const what = formatCount(products.length, "part number");
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`, { tone: "good" });
  } catch {
    toast(`${what} could not be copied`, { tone: "loss" });
  }
}
