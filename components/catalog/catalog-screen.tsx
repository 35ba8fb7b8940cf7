"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { CatalogEmpty } from "@/components/catalog/catalog-empty";
import { DroppedNotice, PricesAsOf, VendorNotices } from "@/components/catalog/catalog-notices";
import { ColumnMenu } from "@/components/catalog/column-menu";
import { DidYouMean } from "@/components/catalog/did-you-mean";
import { FacetPanel } from "@/components/catalog/facet-panel";
import { keepPreferences, type TablePreferences } from "@/components/catalog/preferences";
import { ProductTable } from "@/components/catalog/product-table";
import { LoadMore } from "@/components/catalog/load-more";
import { CurrencyNote, LoadError, LostSelection } from "@/components/catalog/list-notices";
import { SavedViewsButton, SavedViewTabs } from "@/components/catalog/saved-views";
import { catalogFilter } from "@/components/catalog/search-params";
import { TableSkeleton } from "@/components/catalog/table-skeleton";
import { Toolbar } from "@/components/catalog/toolbar";
import { useCartActions } from "@/components/catalog/use-cart-actions";
import { useCatalog } from "@/components/catalog/use-catalog";
import { useListKeys } from "@/components/catalog/use-list-keys";
import { useProductTable } from "@/components/catalog/use-product-table";
import { productId, useSelection } from "@/components/catalog/use-selection";
import { FavouriteMarks } from "@/components/favourites/favourite-mark";
import { CartReport } from "@/components/favourites/cart-report";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatCount } from "@/components/ui/format";
import { shownLanguage } from "@/components/ui/shown-language";
import { Notice } from "@/components/ui/notice";
import { loadAllMatching } from "@/lib/client/bulk-queries";
import type { FacetValue, ProductList } from "@/lib/contracts/catalog";
import type { ListToCart } from "@/lib/contracts/favourites";

const SelectionBar = dynamic(() => import("@/components/catalog/selection-bar"), {
  ssr: false,
  loading: () => <div className="bg-accent-wash min-h-14" />,
});

const PreviewPanel = dynamic(() => import("@/components/catalog/preview-panel"), { ssr: false });

type CatalogScreenProps = {
  userId: string;
  mayReadCosts: boolean;
  preferences: TablePreferences;
  /** What the vendors' words can be read in, the default first. */
  locales: readonly string[];
  /** Values of the address that could not be read at all. */
  unreadable: ProductList["dropped"];
};

export function CatalogScreen({ userId, mayReadCosts, preferences: kept, locales, unreadable }: CatalogScreenProps) {
  const catalog = useCatalog();
  const cart = useCartActions();
  const [preferences, setPreferences] = useState(kept);
  const [drawer, setDrawer] = useState(false);
  useListKeys();
  const { list, items } = catalog;
  const vendors = list?.facets["vendor"];
  const labels = useMemo(() => vendorLabels(vendors), [vendors]);
  const filter = useMemo(() => catalogFilter(catalog.state), [catalog.state]);
  const selection = useSelection(JSON.stringify({ ...filter, sort: "" }), items);
  const [report, setReport] = useState<ListToCart | null>(null);
  const dropped = [...unreadable, ...(list?.dropped ?? [])];
  const prefer = (change: Partial<TablePreferences>) => {
    const next = { ...preferences, ...change };
    setPreferences(next);
    keepPreferences(userId, next);
  };
  const { preview } = catalog.state;
  const language = shownLanguage(catalog.state.locale, locales);
  const table = useProductTable({
    catalog,
    mayReadCosts,
    shown: catalog.state.columns ?? preferences.columns,
    onShown: (columns) => {
      prefer({ columns });
      catalog.showColumns([...columns]);
    },
    cart,
    vendorLabels: labels,
    locales,
    selection,
    onPreview: (product) => catalog.preview(productId(product) === preview ? null : productId(product)),
  });
  const closePreview = () => {
    focusRow(preview);
    catalog.preview(null);
  };
  const ownColumns = catalog.state.columns ?? (preferences.columns && [...preferences.columns]);
  const shownColumns = table.getCenterVisibleLeafColumns().map(({ id }) => id);

  return (
    <div className="relative lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[16.5rem_minmax(0,1fr)]">
      <aside
        aria-label="Filters"
        id="filters"
        tabIndex={-1}
        className="bg-surface h-full border-r outline-none max-lg:hidden"
      >
        <div className="overflow-y-auto overscroll-contain [scrollbar-width:thin] md:sticky md:top-[calc(3.25rem+var(--band))] md:max-h-[calc(100dvh-3.25rem-var(--band))]">
          <FacetPanel catalog={catalog} folds={preferences.facets} onFold={(facets) => prefer({ facets })} />
        </div>
      </aside>
      <section aria-label="Products" className="product-area min-w-0">
        <SavedViewTabs state={catalog.state} />
        <div className="grid gap-2 px-4 pt-3 empty:hidden">
          <VendorNotices asOf={list?.asOf} />
          <DroppedNotice key={JSON.stringify(dropped)} dropped={dropped} />
          {list?.match === "some" && list.total > 0 ? (
            <Notice tone="low">
              No product matches all words; these match some.
              <DidYouMean catalog={catalog} />
            </Notice>
          ) : null}
          <CurrencyNote catalog={catalog} />
          {catalog.error && list ? <LoadError catalog={catalog} /> : null}
        </div>
        {report ? (
          <div className="px-4 py-3">
            <CartReport report={report} onClose={() => setReport(null)} />
          </div>
        ) : null}
        {selection.lost > 0 ? <LostSelection selection={selection} /> : null}
        <div className="product-bar" data-selecting={selection.chosen.size > 0 || undefined}>
          <div inert={selection.chosen.size > 0} className={selection.chosen.size > 0 ? "invisible" : undefined}>
            <Toolbar
              catalog={catalog}
              locales={locales}
              mayReadCosts={mayReadCosts}
              columns={shownColumns}
              columnMenu={
                <ColumnMenu
                  table={table}
                  density={preferences.density}
                  onDensity={(density) => prefer({ density })}
                  onReset={() => {
                    prefer({ columns: null });
                    catalog.showColumns(null);
                  }}
                />
              }
              savedViews={
                <SavedViewsButton
                  state={catalog.state}
                  columns={ownColumns}
                  total={list?.total ?? 0}
                  onSaved={() => catalog.showColumns(ownColumns)}
                />
              }
              onFilters={() => setDrawer(true)}
            />
          </div>
          {selection.chosen.size > 0 ? (
            <SelectionBar
              selection={selection}
              columns={shownColumns}
              locale={language.linked}
              total={list?.total ?? 0}
              allShownChosen={items.every((product) => selection.chosen.has(productId(product)))}
              onAll={async () => selection.widen(await loadAllMatching(filter))}
              onReport={setReport}
            />
          ) : null}
        </div>
        {list ? null : catalog.error ? <LoadError catalog={catalog} /> : <TableSkeleton />}
        {list && items.length === 0 ? <CatalogEmpty catalog={catalog} /> : null}
        {list && items.length > 0 ? (
          <>
            <FavouriteMarks>
              <ProductTable catalog={catalog} table={table} density={preferences.density} cart={cart} />
            </FavouriteMarks>
            <footer className="grid justify-items-center gap-4 px-4 py-6">
              <LoadMore catalog={catalog} />
              <PricesAsOf asOf={list.asOf} labels={labels} />
            </footer>
          </>
        ) : null}
      </section>
      {preview === null ? null : (
        <PreviewPanel id={preview} language={language} cart={cart} vendorLabels={labels} onClose={closePreview} />
      )}
      <Dialog
        open={drawer}
        onClose={() => setDrawer(false)}
        title="Filters"
        shape="sheet"
        actions={
          <Button tone="primary" size="large" className="w-full" onClick={() => setDrawer(false)}>
            Show {formatCount(list?.total ?? 0, "product")}
          </Button>
        }
      >
        <div className="-mx-4 -my-4">
          <FacetPanel catalog={catalog} folds={preferences.facets} onFold={(facets) => prefer({ facets })} />
        </div>
      </Dialog>
    </div>
  );
}

/** The focus goes back to the row one looked at. */
function focusRow(id: string | null): void {
  const row = [...document.querySelectorAll<HTMLElement>("[data-row]")].find(({ dataset }) => dataset["row"] === id);
  row?.querySelector<HTMLElement>("[data-row-link]")?.focus({ preventScroll: true });
}

function vendorLabels(vendors: readonly FacetValue[] | undefined): Record<string, string> {
  return Object.fromEntries(vendors?.map(({ value, label }) => [value, label]) ?? []);
}
