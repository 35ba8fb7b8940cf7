"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { paramTitles } from "@/components/catalog/facet-words";
import { focusTotal } from "@/components/catalog/focus-total";
import type { VendorLabels } from "@/components/catalog/table-parts";
import { vendorTrouble } from "@/components/catalog/vendor-trouble";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { statusQuery } from "@/lib/client/session-queries";
import type { ProductList } from "@/lib/contracts/catalog";

type Dropped = ProductList["dropped"];

/** What the address asked for and the catalog does not know. */
export function DroppedNotice({ dropped }: { dropped: Dropped }) {
  const [read, setRead] = useState(false);
  if (dropped.length === 0 || read) return null;
  const named = dropped.map(({ name, value }) => `${paramTitles[name] ?? name} “${value}”`).join(", ");
  return (
    <Notice
      tone="low"
      title="Part of this address is not known here and was left out"
      actions={
        <Button
          onClick={() => {
            setRead(true);
            focusTotal();
          }}
        >
          Understood
        </Button>
      }
    >
      {named}. The rest of the filters is in force.
    </Notice>
  );
}

/** A vendor whose prices could not be refreshed: its products stay, with the time of the copy. */
export function VendorNotices({ asOf }: { asOf: ProductList["asOf"] | undefined }) {
  const { data } = useQuery(statusQuery);
  return data?.vendors.map((vendor) => {
    const trouble = vendorTrouble(vendor);
    if (!trouble) return null;
    const copy = asOf?.[vendor.vendor] ?? vendor.asOf;
    return (
      <Notice key={vendor.vendor} tone="stale" title={trouble.title}>
        {copy ? (
          <>
            Its products stay as of <LocalTime iso={copy} age />.{" "}
          </>
        ) : (
          "Nothing of it has been loaded yet. "
        )}
        {trouble.advice}
      </Notice>
    );
  });
}

export function PricesAsOf({ asOf, labels }: { asOf: ProductList["asOf"]; labels: VendorLabels }) {
  const vendors = Object.entries(asOf);
  if (vendors.length === 0) return null;
  return (
    <p className="text-table text-ink-muted text-center">
      Prices as of{" "}
      {vendors.map(([vendor, time], index) => (
        <span key={vendor}>
          {index > 0 ? " · " : null}
          {labels[vendor] ?? vendor} <LocalTime iso={time} age />
        </span>
      ))}
    </p>
  );
}
