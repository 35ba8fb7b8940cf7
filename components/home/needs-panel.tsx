"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { needsOf, type Need } from "@/components/home/needs-you";
import { RowSkeletons } from "@/components/home/panel-state";
import { address } from "@/components/ui/address";
import { formatCount } from "@/components/ui/format";
import { useNow } from "@/components/ui/local-time";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { cartListQuery } from "@/lib/client/active-cart-queries";
import { recentQuotesQuery } from "@/lib/client/home-queries";
import { statusQuery } from "@/lib/client/session-queries";

export function NeedsPanel() {
  const carts = useQuery(cartListQuery);
  const quotes = useQuery(recentQuotesQuery);
  const status = useQuery(statusQuery);
  const now = useNow();
  const loading = now === null || carts.isPending || quotes.isPending || status.isPending;
  const needs = loading
    ? []
    : needsOf(
        {
          carts: carts.data?.items ?? [],
          quotes: quotes.data?.items ?? [],
          vendors: status.data?.vendors ?? [],
        },
        now,
      );
  return (
    <Panel aria-labelledby="needs-you">
      <PanelHeading id="needs-you" aside={loading || needs.length === 0 ? null : formatCount(needs.length, "thing")}>
        Needs you today
      </PanelHeading>
      {loading ? <RowSkeletons count={3} /> : null}
      {!loading && needs.length === 0 ? (
        <p className="text-ink-muted px-4 py-5">
          Nothing waits for you. Find something to sell in the{" "}
          <Link href={address("/catalog")} className="link">
            catalog
          </Link>
          .
        </p>
      ) : null}
      <ul>
        {needs.map((need) => (
          <NeedRow key={need.key} need={need} />
        ))}
      </ul>
    </Panel>
  );
}

function NeedRow({ need: { tone, what, why, href } }: { need: Need }) {
  return (
    <li className="border-b last:border-b-0">
      <Link href={address(href)} prefetch={false} className="hover:bg-wash flex items-center gap-3 px-4 py-2.5">
        <span data-tone={tone} className="size-1.5 flex-none rounded-full bg-(--tone)" />
        <span className="grid min-w-0 gap-x-3 sm:flex">
          <span className="font-medium">{what}</span>
          <span className="text-ink-muted">{why}</span>
        </span>
      </Link>
    </li>
  );
}
