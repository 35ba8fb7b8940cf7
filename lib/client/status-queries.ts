import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi, getJson } from "@/lib/client/api";
import type { FindingDto } from "@/lib/contracts/changes";
import type { SyncDto } from "@/lib/contracts/sync";
import type { ConnectionDto } from "@/lib/contracts/vendors";

export type SyncList = { readonly items: readonly SyncDto[]; readonly total: number };
export type FindingList = { readonly items: readonly FindingDto[]; readonly total: number };

export const HISTORY_ROWS = 12;
export const FINDING_ROWS = 25;

export const syncsQuery = queryOptions({
  queryKey: ["syncs"],
  queryFn: ({ signal }) => getJson<SyncList>("/api/syncs", { search: { pageSize: HISTORY_ROWS }, signal }),
});

export function findingsQuery(vendor: string, page: number) {
  return queryOptions({
    queryKey: ["findings", vendor, page],
    queryFn: ({ signal }) =>
      getJson<FindingList>("/api/data-quality", { search: { vendor, page, pageSize: FINDING_ROWS }, signal }),
    placeholderData: keepPreviousData,
  });
}

type Started = { readonly started: readonly string[]; readonly running: readonly string[] };

export async function startSync(vendor: string): Promise<Started> {
  return (await callApi<Started>("POST", "/api/syncs", { body: { vendor } })).body;
}

/** All vendors at once. */
export async function startSyncs(): Promise<Started> {
  return (await callApi<Started>("POST", "/api/syncs", { body: {} })).body;
}

export async function testConnection(vendor: string): Promise<ConnectionDto> {
  const path = `/api/vendors/${encodeURIComponent(vendor)}/connection`;
  return (await callApi<ConnectionDto>("POST", path, { body: {} })).body;
}

export async function cancelSyncs(): Promise<void> {
  await callApi("DELETE", "/api/syncs/current");
}
