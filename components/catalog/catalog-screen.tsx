"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { ColumnMenu } from "@/components/catalog/column-menu";
import type { FacetPanelProps } from "@/components/catalog/facet-panel";
import { FilterRail, FilterSheet } from "@/components/catalog/filters";
import { keepPreferences, type TablePreferences } from "@/components/catalog/preferences";
import { ProductResults } from "@/components/catalog/product-results";
import { ListNotices, LostSelection } from "@/components/catalog/list-notices";
import { SavedViewsButton, SavedViewTabs } from "@/components/catalog/saved-views";
import { catalogFilter } from "@/components/catalog/search-params";
import { Toolbar } from "@/components/catalog/toolbar";
import { useCartActions } from "@/components/catalog/use-cart-actions";
import { useCatalog } from "@/components/catalog/use-catalog";
import { useListKeys } from "@/components/catalog/use-list-keys";
import { useProductTable } from "@/components/catalog/use-product-table";
import { productId, useSelection } from "@/components/catalog/use-selection";
import { CartReport } from "@/components/favourites/cart-report";
import { shownLanguage } from "@/components/ui/shown-language";
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
  const panel: FacetPanelProps = {
    catalog,
    words: { locale: locales[0] ?? "", asked: language.asked },
    folds: preferences.facets,
    onFold: (facets) => prefer({ facets }),
  };
  const ownColumns = catalog.state.columns ?? (preferences.columns && [...preferences.columns]);
  const shownColumns = table.getCenterVisibleLeafColumns().map(({ id }) => id);

  return (
    <div className="relative lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[16.5rem_minmax(0,1fr)]">
      <FilterRail {...panel} />
      <section aria-label="Products" className="product-area min-w-0">
        <SavedViewTabs state={catalog.state} />
        <ListNotices catalog={catalog} unreadable={unreadable} />
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
        <ProductResults catalog={catalog} table={table} density={preferences.density} cart={cart} labels={labels} />
      </section>
      {preview === null ? null : (
        <PreviewPanel id={preview} language={language} cart={cart} vendorLabels={labels} onClose={closePreview} />
      )}
      <FilterSheet {...panel} open={drawer} onClose={() => setDrawer(false)} />
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
