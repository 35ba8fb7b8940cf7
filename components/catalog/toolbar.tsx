"use client";

import { Columns3, ListFilter } from "lucide-react";
import { Chips, chipsOf } from "@/components/catalog/chips";
import { columns } from "@/components/catalog/columns";
import { densities, type TablePreferences } from "@/components/catalog/preferences";
import type { CatalogState } from "@/components/catalog/search-params";
import type { Catalog } from "@/components/catalog/use-catalog";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { Menu, MenuHeading, MenuRule } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";
import type { PriceView } from "@/lib/domain/money/normalise-amount";

type ToolbarProps = {
  catalog: Catalog;
  preferences: TablePreferences;
  onPreferences: (preferences: TablePreferences) => void;
  mayReadCosts: boolean;
  onFilters: () => void;
};

const views: Record<PriceView, string> = { billed: "As billed", month: "Per month", year: "Per year" };

export function Toolbar({ catalog, preferences, onPreferences, mayReadCosts, onFilters }: ToolbarProps) {
  const { state, list, change } = catalog;
  const filters = chipsOf(state, list).length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <TotalLine catalog={catalog} />
      <div className="order-last w-full empty:hidden xl:order-none xl:w-auto xl:flex-1">
        <Chips catalog={catalog} />
      </div>
      <div className="ml-auto flex items-center gap-2">
        <Button className="lg:hidden" onClick={onFilters}>
          <ListFilter aria-hidden="true" />
          Filters{filters > 0 ? ` (${filters})` : ""}
        </Button>
        <PhoneSort state={state} change={change} mayReadCosts={mayReadCosts} />
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
        <div className="max-md:hidden">
          <ColumnMenu preferences={preferences} onPreferences={onPreferences} mayReadCosts={mayReadCosts} />
        </div>
      </div>
    </div>
  );
}

function TotalLine({ catalog: { list, isChanging } }: { catalog: Catalog }) {
  if (!list) return <Skeleton className="h-5 w-44" />;
  return (
    <h1 className={`text-reading figures font-body ${isChanging ? "opacity-60" : ""}`}>
      <strong>{formatNumber(String(list.total))}</strong>
      <span className="text-ink-muted"> of {formatNumber(String(list.catalogTotal))} products</span>
    </h1>
  );
}

const sortWords: Record<string, string> = {
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
    <label className="md:hidden">
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

type ColumnMenuProps = Pick<ToolbarProps, "preferences" | "onPreferences" | "mayReadCosts">;

function ColumnMenu({ preferences, onPreferences, mayReadCosts }: ColumnMenuProps) {
  const offered = columns.filter((column) => mayReadCosts || !column.needsCost);
  const chosen = preferences.columns ?? offered.filter((column) => column.byDefault).map((column) => column.id);
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    onPreferences({ ...preferences, columns: next });
  };
  return (
    <Menu
      className="w-56"
      buttonClassName="btn border-line-strong! bg-surface text-ink!"
      label={
        <>
          <Columns3 aria-hidden="true" />
          Columns
        </>
      }
    >
      <fieldset>
        <legend className="sr-only">Columns shown</legend>
        {offered.map((column) => (
          <label key={column.id} className="menu-item">
            <input
              type="checkbox"
              className="check"
              checked={column.fixed || chosen.includes(column.id)}
              disabled={column.fixed}
              onChange={() => toggle(column.id)}
            />
            {column.title}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="menu-item text-accent"
        onClick={() => onPreferences({ ...preferences, columns: null })}
      >
        Back to the usual columns
      </button>
      <MenuRule />
      <MenuHeading>Row height</MenuHeading>
      <div className="grid grid-cols-3 gap-1 px-1.5 pb-1">
        {densities.map((density) => (
          <label
            key={density}
            className="has-checked:bg-accent-wash has-checked:text-accent has-focus-visible:outline-accent text-table rounded-control grid h-7 place-items-center capitalize has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="density"
              className="sr-only"
              checked={preferences.density === density}
              onChange={() => onPreferences({ ...preferences, density })}
            />
            {density}
          </label>
        ))}
      </div>
    </Menu>
  );
}
