"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FindingsPanel } from "@/components/status/findings-panel";
import { syncStateWords } from "@/components/status/status-words";
import { SyncHistory } from "@/components/status/sync-history";
import { useLiveSyncs } from "@/components/status/use-live-syncs";
import { VendorCard } from "@/components/status/vendor-card";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { statusQuery } from "@/lib/client/session-queries";
import { cancelSyncs, startSync, syncsQuery } from "@/lib/client/status-queries";
import type { StatusDto } from "@/lib/contracts/status";

const LOOK_EVERY_MS = 10_000;

type StatusScreenProps = {
  /** Shown until the first answer: the bar at the top asks for the same before this screen is there. */
  initial: StatusDto;
  mayManage: boolean;
};

export function StatusScreen({ initial, mayManage }: StatusScreenProps) {
  const queryClient = useQueryClient();
  const { data: latest, error, refetch } = useQuery({ ...statusQuery, refetchInterval: LOOK_EVERY_MS });
  const data = latest ?? initial;
  const [started, setStarted] = useState(false);
  const { vendors, syncing } = data;
  const labels = Object.fromEntries(vendors.map(({ vendor, label }) => [vendor, label]));
  const live = useLiveSyncs({
    active: started || syncing,
    onIdle: () => setStarted(false),
    onEnded: ({ vendor, state }) => {
      announce(`Sync of ${labels[vendor] ?? vendor}: ${syncStateWords[state].word.toLowerCase()}`);
      void queryClient.invalidateQueries();
    },
  });
  const start = useMutation({
    mutationFn: startSync,
    onSuccess: async () => {
      setStarted(true);
      await Promise.all([statusQuery, syncsQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey })));
    },
  });
  const cancel = useMutation({ mutationFn: cancelSyncs, onSuccess: () => queryClient.invalidateQueries() });
  const refusal = start.error ?? cancel.error ?? (latest ? null : error);
  return (
    <div className="grid grid-cols-1 gap-5">
      {refusal ? (
        <Notice tone="loss" role="alert" actions={<Button onClick={() => void refetch()}>Try again</Button>}>
          {refusal.message}
        </Notice>
      ) : null}
      {vendors.length === 0 ? (
        <div className="panel">
          <EmptyState title="No vendor is set up">
            <p>Vendors are configured in the server’s settings.</p>
          </EmptyState>
        </div>
      ) : null}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        {vendors.map((vendor) => (
          <VendorCard
            key={vendor.vendor}
            vendor={vendor}
            live={live.get(vendor.vendor)}
            mayManage={mayManage}
            starting={start.isPending && start.variables === vendor.vendor}
            cancelling={cancel.isPending}
            onStart={() => start.mutate(vendor.vendor)}
            onCancel={() => cancel.mutate()}
          />
        ))}
      </div>
      <FindingsPanel vendors={vendors} />
      <SyncHistory labels={labels} />
    </div>
  );
}
