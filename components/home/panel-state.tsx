"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { address } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";

type StateProps = {
  query: { data?: unknown; error: Error | null; isPending: boolean; refetch: () => Promise<unknown> };
  empty: string;
  children: ReactNode;
};

/** Loading, failed, empty and filled are four different things. */
export function PanelState({ query, empty, children }: StateProps) {
  if (query.isPending) return <RowSkeletons count={4} />;
  if (query.error && query.data === undefined) {
    return (
      <div className="p-3">
        <Notice tone="loss" actions={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {query.error.message}
        </Notice>
      </div>
    );
  }
  return isEmpty(query.data) ? <p className="text-ink-muted px-4 py-5">{empty}</p> : children;
}

function isEmpty(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return true;
  const list: unknown = "items" in data ? data.items : "vendors" in data ? data.vendors : null;
  return Array.isArray(list) && list.length === 0;
}

export function RowSkeletons({ count }: { count: number }) {
  return (
    <div className="grid gap-4 px-4 py-3.5">
      {Array.from({ length: count }, (_, row) => (
        <Skeleton key={row} className={row % 2 === 0 ? "h-3.5 w-3/4" : "h-3.5 w-1/2"} />
      ))}
    </div>
  );
}

export function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={address(href)} prefetch={false} className="link">
      {children}
    </Link>
  );
}
