"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Freshness } from "@/components/ui/freshness";
import { statusQuery } from "@/lib/client/session-queries";
import { address } from "@/components/ui/address";

/** The age of the oldest vendor catalog: the honest answer to "is this price current?". */
export function FreshnessLink() {
  const { data } = useQuery(statusQuery);
  const times = data?.vendors.map((vendor) => vendor.asOf).filter((asOf) => asOf !== null) ?? [];
  const oldest = times.sort()[0] ?? null;
  return (
    <Link
      href={address("/status")}
      prefetch={false}
      className="rounded-control text-table text-ink-muted hover:bg-wash hover:text-ink flex h-8 min-w-20 flex-none items-center justify-center px-2"
    >
      <span className="sr-only">Age of the prices: </span>
      {data ? <Freshness asOf={oldest} /> : <span className="skeleton h-3 w-10" />}
    </Link>
  );
}
