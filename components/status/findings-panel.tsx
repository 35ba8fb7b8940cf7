"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { FindingsTable } from "@/components/status/findings-table";
import { Button } from "@/components/ui/button";
import { formatCount, formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { FINDING_ROWS, findingsQuery } from "@/lib/client/status-queries";

type FindingsPanelProps = { vendors: readonly { vendor: string; label: string }[] };

const parsers = { vendor: parseAsString.withDefault(""), page: parseAsInteger.withDefault(1) };

/** Records set aside and doubtful data of the last good syncs; vendor and page are in the address. */
export function FindingsPanel({ vendors }: FindingsPanelProps) {
  const [{ vendor, page }, setState] = useQueryStates(parsers);
  const { data, error, refetch } = useQuery(findingsQuery(vendor, Math.max(1, page)));
  const labels = Object.fromEntries(vendors.map((one) => [one.vendor, one.label]));
  return (
    <Panel aria-labelledby="data-quality">
      <PanelHeading id="data-quality" aside={data ? formatCount(data.total, "finding") : null}>
        Data quality
      </PanelHeading>
      <div className="flex flex-wrap items-center justify-between gap-3 border-b px-4 py-2">
        <p className="text-table text-ink-muted">What the last good syncs set aside or found doubtful.</p>
        <fieldset aria-label="Vendor" className="flex flex-wrap gap-1">
          {[{ vendor: "", label: "All" }, ...vendors].map((one) => (
            <Button
              key={one.vendor}
              tone="quiet"
              size="small"
              aria-pressed={vendor === one.vendor}
              className="aria-pressed:bg-accent-wash aria-pressed:text-accent"
              onClick={() => void setState({ vendor: one.vendor, page: 1 })}
            >
              {one.label}
            </Button>
          ))}
        </fieldset>
      </div>
      {error && !data ? (
        <Notice tone="loss" className="m-3" actions={<Button onClick={() => void refetch()}>Try again</Button>}>
          {error.message}
        </Notice>
      ) : null}
      {!data && !error ? <Skeleton className="m-4 h-40" /> : null}
      {data?.total === 0 ? (
        <p className="text-ink-muted px-4 py-5">Nothing to look at: every record was fine.</p>
      ) : null}
      {data && data.items.length > 0 ? <FindingsTable findings={data.items} labels={labels} /> : null}
      {data && data.total > FINDING_ROWS ? (
        <Pages page={page} total={data.total} onPage={(next) => void setState({ page: next })} />
      ) : null}
    </Panel>
  );
}

type PagesProps = { page: number; total: number; onPage: (page: number) => void };

function Pages({ page, total, onPage }: PagesProps) {
  const last = Math.ceil(total / FINDING_ROWS);
  return (
    <nav aria-label="Pages of findings" className="flex items-center justify-between gap-3 border-t px-4 py-2">
      <span className="text-table text-ink-muted figures">
        Page {formatNumber(String(page))} of {formatNumber(String(last))}
      </span>
      <span className="flex gap-2">
        <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          Previous
        </Button>
        <Button size="small" disabled={page >= last} onClick={() => onPage(page + 1)}>
          Next
        </Button>
      </span>
    </nav>
  );
}
