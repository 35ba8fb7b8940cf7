"use client";

import { focusTotal } from "@/components/catalog/focus-total";
import { DroppedNotice, VendorNotices } from "@/components/catalog/catalog-notices";
import { DidYouMean } from "@/components/catalog/did-you-mean";
import type { Catalog } from "@/components/catalog/use-catalog";
import type { Selection } from "@/components/catalog/use-selection";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { ProductList } from "@/lib/contracts/catalog";

type ListNoticesProps = { catalog: Catalog; unreadable: ProductList["dropped"] };

/** What is to be known about the list before it is read. */
export function ListNotices({ catalog, unreadable }: ListNoticesProps) {
  const { list, error } = catalog;
  const dropped = [...unreadable, ...(list?.dropped ?? [])];
  return (
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
      {error && list ? <LoadError catalog={catalog} /> : null}
    </div>
  );
}

/** Says that a new search began a new selection; the old one is one press away. */
export function LostSelection({ selection }: { selection: Selection }) {
  return (
    <Notice
      tone="neutral"
      className="mx-4 mt-3"
      actions={
        <>
          <Button onClick={selection.putBack}>Select them again</Button>
          <Button
            tone="quiet"
            onClick={() => {
              selection.forgetLost();
              focusTotal();
            }}
          >
            Understood
          </Button>
        </>
      }
    >
      The list changed: {formatCount(selection.lost, "row")} no longer selected.
    </Notice>
  );
}

export function LoadError({ catalog: { error, retry } }: { catalog: Catalog }) {
  return (
    <Notice
      tone="loss"
      role="alert"
      title="The list could not be loaded"
      actions={<Button onClick={retry}>Try again</Button>}
      className="m-4"
    >
      {error?.message} What is shown elsewhere on the desk still works.
    </Notice>
  );
}

/** Where the order goes by amounts and the rows shown are in more than one currency. */
function CurrencyNote({ catalog: { items, state } }: { catalog: Catalog }) {
  const goesByAmount = state.sort !== null && /price|margin/.test(state.sort);
  const currencies = new Set(items.flatMap(({ price }) => price?.currency ?? []));
  if (!goesByAmount || currencies.size < 2) return null;
  return (
    <p className="text-table text-ink-muted">
      Sorted within each currency: amounts of different currencies are not compared.
    </p>
  );
}
