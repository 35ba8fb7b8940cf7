"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { MoreLink, PanelState } from "@/components/home/panel-state";
import { productPath } from "@/components/product/product-path";
import { address } from "@/components/ui/address";
import { formatCount } from "@/components/ui/format";
import { Freshness } from "@/components/ui/freshness";
import { LocalTime } from "@/components/ui/local-time";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { latestChangesQuery } from "@/lib/client/home-queries";
import { statusQuery } from "@/lib/client/session-queries";

export function VendorsPanel() {
  const query = useQuery(statusQuery);
  return (
    <Panel aria-labelledby="vendors">
      <PanelHeading id="vendors" aside={<MoreLink href="/status">Status</MoreLink>}>
        Catalog
      </PanelHeading>
      <PanelState query={query} empty="No vendor is set up.">
        <ul>
          {query.data?.vendors.map((vendor) => (
            <li
              key={vendor.vendor}
              className="flex items-center justify-between gap-3 border-b px-4 py-2.5 last:border-b-0"
            >
              <span>
                <Link
                  href={address(`/catalog?vendor=${vendor.vendor}`)}
                  prefetch={false}
                  className="quiet-link font-medium"
                >
                  {vendor.label}
                </Link>
                <span className="text-ink-muted figures block text-table">
                  {formatCount(vendor.products, "product")}
                </span>
              </span>
              <span className="text-table text-ink-muted">
                <Freshness asOf={vendor.asOf} />
              </span>
            </li>
          ))}
        </ul>
      </PanelState>
    </Panel>
  );
}

const changeWords: Record<string, string> = {
  new: "new",
  gone: "no longer offered",
  archived: "archived",
  restored: "offered again",
  price: "price",
  "list-price": "list price",
  cost: "cost",
  terms: "terms",
  limits: "limits",
  requirements: "requirements",
  renamed: "renamed",
};

export function ChangesPanel() {
  const query = useQuery(latestChangesQuery);
  return (
    <Panel aria-labelledby="latest-changes">
      <PanelHeading id="latest-changes" aside={<MoreLink href="/changes">All changes</MoreLink>}>
        Changed lately
      </PanelHeading>
      <PanelState query={query} empty="No sync has found a change yet.">
        <ul>
          {query.data?.items.map((change) => (
            <li key={change.id} className="border-b px-4 py-2 last:border-b-0">
              <Link href={productPath(change)} prefetch={false} className="quiet-link block truncate font-medium">
                {change.name}
              </Link>
              <p className="text-table text-ink-muted flex justify-between gap-3">
                <span className="figures truncate">
                  {changeWords[change.kind] ?? change.kind}
                  {change.old !== null && change.new !== null ? ` ${change.old} → ${change.new}` : ""}
                </span>
                <LocalTime iso={change.at} dateOnly className="whitespace-nowrap" />
              </p>
            </li>
          ))}
        </ul>
      </PanelState>
    </Panel>
  );
}
