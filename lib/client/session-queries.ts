import { queryOptions } from "@tanstack/react-query";
import { callApi, getJson } from "@/lib/client/api";
import type { StatusDto } from "@/lib/contracts/status";

export async function signOut(): Promise<void> {
  await callApi("DELETE", "/api/session");
}

/** Health and age of the vendors' catalogs; asked again every minute while the page is looked at. */
export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => getJson<StatusDto>("/api/status", { signal }),
  refetchInterval: 60_000,
});
