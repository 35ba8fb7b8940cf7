"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ConnectionResult } from "@/components/status/connection-result";
import type { LiveSync } from "@/components/status/live-sync";
import { ProgressLine } from "@/components/status/progress-line";
import { freshnessWords, syncDuration, syncStateWords } from "@/components/status/status-words";
import { SyncCounts } from "@/components/status/sync-counts";
import { VendorFacts } from "@/components/status/vendor-facts";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { statusQuery } from "@/lib/client/session-queries";
import { testConnection } from "@/lib/client/status-queries";
import type { VendorStatusDto } from "@/lib/contracts/status";

export type VendorCardProps = {
  vendor: VendorStatusDto;
  live: LiveSync | undefined;
  mayManage: boolean;
  starting: boolean;
  cancelling: boolean;
  onStart: () => void;
  onCancel: () => void;
};

export function VendorCard({ vendor, live, mayManage, starting, cancelling, onStart, onCancel }: VendorCardProps) {
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: testConnection,
    onSettled: () => queryClient.invalidateQueries({ queryKey: statusQuery.queryKey }),
  });
  const heading = `vendor-${vendor.vendor}`;
  const running = live ? live.progress.state === "running" : vendor.lastSync?.state === "running";
  const freshness = freshnessWords[vendor.freshness];
  return (
    <Panel aria-labelledby={heading}>
      <PanelHeading id={heading} aside={<Badge tone={freshness.tone}>{freshness.word}</Badge>}>
        {vendor.label}
      </PanelHeading>
      <div className="grid gap-4 p-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <p className="text-title font-strong figures">{formatCount(vendor.products, "product")}</p>
            <p className="text-table text-ink-muted">
              {vendor.asOf ? (
                <>
                  Prices as of <LocalTime iso={vendor.asOf} age />
                </>
              ) : (
                "No catalog of this vendor has been read yet."
              )}
            </p>
          </div>
          {mayManage ? (
            <div className="flex flex-wrap gap-2">
              <Button
                tone="quiet"
                onClick={() => test.mutate(vendor.vendor)}
                busy={test.isPending}
                aria-label={`Test the connection to ${vendor.label}`}
              >
                Test connection
              </Button>
              {running ? null : (
                <Button tone="plain" onClick={onStart} busy={starting} aria-label={`Sync ${vendor.label} now`}>
                  {vendor.asOf ? "Sync now" : "Run first sync"}
                </Button>
              )}
            </div>
          ) : null}
        </div>
        <ConnectionResult result={test.data ?? null} error={test.error} />
        {running ? (
          <ProgressLine
            label={vendor.label}
            live={live}
            cancelling={cancelling}
            onCancel={mayManage ? onCancel : null}
          />
        ) : null}
        {vendor.lastError && !running ? <Notice tone="low">{vendor.lastError}</Notice> : null}
        <LastSync vendor={vendor} />
        <VendorFacts vendor={vendor} mayManage={mayManage} />
      </div>
    </Panel>
  );
}

function LastSync({ vendor: { lastSync } }: { vendor: VendorStatusDto }) {
  if (!lastSync || lastSync.state === "running") return null;
  const { word, tone } = syncStateWords[lastSync.state];
  const duration = syncDuration(lastSync);
  return (
    <div className="text-table flex flex-wrap items-center gap-x-3 gap-y-1 border-y py-2.5">
      <span className="text-ink-muted">Last sync</span>
      <Badge tone={tone}>{word}</Badge>
      <span className="text-ink-muted">
        <LocalTime iso={lastSync.startedAt} />
        {duration ? `, ${duration}` : null}
      </span>
      <SyncCounts sync={lastSync} />
    </div>
  );
}
