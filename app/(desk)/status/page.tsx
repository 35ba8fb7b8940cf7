import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { StatusScreen } from "@/components/status/status-screen";
import { makeQueryClient } from "@/lib/client/query-client";
import { statusQuery } from "@/lib/client/session-queries";
import { HISTORY_ROWS, syncsQuery } from "@/lib/client/status-queries";
import { pageViewer } from "@/lib/server/page-viewer";
import { readDeskStatus } from "@/lib/server/status/read-desk-status";
import { database } from "@/lib/server/store/database";
import { listSyncs } from "@/lib/server/sync/list-syncs";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Status" };

/** How the vendors are doing comes with the page; from then on the browser asks and listens. */
export default async function StatusPage() {
  const viewer = await pageViewer();
  const queryClient = makeQueryClient();
  const [status, syncs] = await Promise.all([
    readDeskStatus(viewer),
    listSyncs(await database(), viewer, { page: 1, pageSize: HISTORY_ROWS }),
  ]);
  queryClient.setQueryData(statusQuery.queryKey, status);
  queryClient.setQueryData(syncsQuery.queryKey, syncs);
  return (
    <div className="mx-auto max-w-[90rem] px-4 py-5 lg:px-6">
      <header className="mb-4">
        <h1 className="text-heading font-strong">Status</h1>
        <p className="text-ink-muted">
          How the vendors are doing and how old their catalogs are. A failed sync never replaces the last good one.
        </p>
      </header>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <StatusScreen initial={status} mayManage={may(viewer, "syncs:write")} />
      </HydrationBoundary>
    </div>
  );
}
