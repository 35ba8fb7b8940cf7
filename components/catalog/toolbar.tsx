"use client";

import { ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { Chips, chipsOf } from "@/components/catalog/chips";
import { catalogFilter, catalogHref, type CatalogState } from "@/components/catalog/search-params";
import { ListExport } from "@/components/export/export-menu";
import type { Catalog } from "@/components/catalog/use-catalog";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { LanguageChoice } from "@/components/ui/language-choice";
import { shownLanguage } from "@/components/ui/shown-language";
import { Skeleton } from "@/components/ui/skeleton";
import type { PriceView } from "@/lib/domain/money/normalise-amount";

type ToolbarProps = {
  catalog: Catalog;
  locales: readonly string[];
  mayReadCosts: boolean;
  columnMenu: ReactNode;
  savedViews: ReactNode;
  /** Ids of the columns shown, for the export. */
  columns: readonly string[];
  onFilters: () => void;
};

const views: Record<PriceView, string> = { billed: "As billed", month: "Per month", year: "Per year" };

export function Toolbar({ catalog, locales, mayReadCosts, columns, columnMenu, savedViews, onFilters }: ToolbarProps) {
  const { state, list, change } = catalog;
  const filters = chipsOf(state, list).length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <TotalLine catalog={catalog} />
      <div className="order-last w-full empty:hidden xl:order-none xl:w-auto xl:flex-1">
        <Chips catalog={catalog} />
      </div>
      <div className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-2 max-md:w-full">
        <Button className="lg:hidden" data-open-filters onClick={onFilters}>
          <ListFilter aria-hidden="true" />
          Filters{filters > 0 ? ` (${filters})` : ""}
        </Button>
        <PhoneSort state={state} change={change} mayReadCosts={mayReadCosts} />
        <LanguageChoice
          locales={locales}
          shown={shownLanguage(state.locale, locales).asked}
          href={catalogHref(state, { locale: null })}
          onChoose={(locale) => change({ locale })}
          className="max-w-56"
        />
        <label className="max-md:hidden">
          <span className="sr-only">Show prices</span>
          <select
            className="control"
            value={state.per}
            onChange={(event) => change({ per: event.target.value as PriceView })}
          >
            {Object.entries(views).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {savedViews}
        <div className="max-md:hidden">
          <ListExport filter={catalogFilter(state)} columns={columns} total={list?.total ?? 0} />
        </div>
        <div className="max-md:hidden">{columnMenu}</div>
      </div>
    </div>
  );
}

function TotalLine({ catalog: { list, isChanging } }: { catalog: Catalog }) {
  if (!list) return <Skeleton className="h-5 w-44" />;
  return (
    <h1
      id="product-total"
      tabIndex={-1}
      className={`outline-none text-reading figures font-body ${isChanging ? "opacity-60" : ""}`}
    >
      <strong>{formatNumber(String(list.total))}</strong>
      <span className="text-ink-muted"> of {formatNumber(String(list.catalogTotal))} products</span>
    </h1>
  );
}

export const sortWords: Readonly<Record<string, string>> = {
  "": "Best match",
  name: "Name A–Z",
  price: "Price, low first",
  "-price": "Price, high first",
  margin: "Margin, low first",
  "-margin": "Margin, high first",
};

/** Cards have no heads to press. */
function PhoneSort({ state, change, mayReadCosts }: Pick<Catalog, "state" | "change"> & { mayReadCosts: boolean }) {
  return (
    <label className="min-w-0 flex-1 md:hidden">
      <span className="sr-only">Sort</span>
      <select
        className="control"
        value={state.sort ?? ""}
        onChange={(event) => change({ sort: (event.target.value || null) as CatalogState["sort"] })}
      >
        {Object.entries(sortWords)
          .filter(([value]) => mayReadCosts || !value.endsWith("margin"))
          .map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
      </select>
    </label>
  );
}
