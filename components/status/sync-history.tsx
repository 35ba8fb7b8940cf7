"use client";

import { useQuery } from "@tanstack/react-query";
import { syncDuration, syncStateWords } from "@/components/status/status-words";
import { SyncCounts } from "@/components/status/sync-counts";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatCount, formatNumber } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { syncsQuery } from "@/lib/client/status-queries";
import type { SyncDto } from "@/lib/contracts/sync";

type Labels = Readonly<Record<string, string>>;

export function SyncHistory({ labels }: { labels: Labels }) {
  const { data, error, refetch } = useQuery(syncsQuery);
  return (
    <Panel aria-labelledby="history">
      <PanelHeading id="history" aside={data ? formatCount(data.total, "sync") : null}>
        Syncs
      </PanelHeading>
      {error && !data ? (
        <Notice tone="loss" className="m-3" actions={<Button onClick={() => void refetch()}>Try again</Button>}>
          {error.message}
        </Notice>
      ) : null}
      {!data && !error ? <Skeleton className="m-4 h-40" /> : null}
      {data?.items.length === 0 ? <p className="text-ink-muted px-4 py-5">No sync has run yet.</p> : null}
      {data && data.items.length > 0 ? <HistoryTable syncs={data.items} labels={labels} /> : null}
    </Panel>
  );
}

function HistoryTable({ syncs, labels }: { syncs: readonly SyncDto[]; labels: Labels }) {
  return (
    <div className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Syncs, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Started</th>
            <th scope="col" className="max-sm:hidden">
              Vendor
            </th>
            <th scope="col" className="max-sm:hidden">
              Result
            </th>
            <th scope="col" className="num max-sm:hidden">
              Took
            </th>
            <th scope="col" className="num max-sm:hidden">
              Products
            </th>
            <th scope="col" className="num max-md:hidden">
              Set aside
            </th>
            <th scope="col">Found</th>
            <th scope="col" className="max-lg:hidden">
              By
            </th>
          </tr>
        </thead>
        <tbody>
          {syncs.map((sync) => (
            <HistoryRow key={sync.id} sync={sync} label={labels[sync.vendor] ?? sync.vendor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HistoryRow({ sync, label }: { sync: SyncDto; label: string }) {
  const { word, tone } = syncStateWords[sync.state];
  const good = sync.state === "succeeded";
  return (
    <tr className="h-10">
      <th scope="row" className="whitespace-nowrap">
        <LocalTime iso={sync.startedAt} />
        <span className="text-ink-muted block font-normal sm:hidden">{label}</span>
      </th>
      <td className="max-sm:hidden">{label}</td>
      <td className="max-sm:hidden">
        <Badge tone={tone}>{word}</Badge>
      </td>
      <td className="num max-sm:hidden">{syncDuration(sync) ?? "—"}</td>
      <td className="num max-sm:hidden">{good ? formatNumber(String(sync.counts.products)) : "—"}</td>
      <td className="num max-md:hidden">{good ? formatNumber(String(sync.counts.rejected)) : "—"}</td>
      <td className="min-w-44">
        <span className="mb-0.5 flex items-baseline justify-between gap-2 sm:hidden">
          <Badge tone={tone}>{word}</Badge>
          <span className="text-ink-muted figures">{syncDuration(sync)}</span>
        </span>
        {sync.error ? <span className="text-ink-muted block max-w-md">{sync.error}</span> : <SyncCounts sync={sync} />}
      </td>
      <td className="text-ink-muted max-lg:hidden">{sync.startedBy}</td>
    </tr>
  );
}
