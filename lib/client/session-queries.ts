import { queryOptions } from "@tanstack/react-query";
import { callApi, getJson } from "@/lib/client/api";
import type { SessionDto } from "@/lib/contracts/session";
import type { StatusDto } from "@/lib/contracts/sync";

export async function signIn(email: string, password: string): Promise<SessionDto> {
  return (await callApi<SessionDto>("POST", "/api/session", { body: { email, password } })).body;
}

export async function signOut(): Promise<void> {
  await callApi("DELETE", "/api/session");
}

/** Health and age of the vendors' catalogs; asked again every minute while the page is looked at. */
export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => getJson<StatusDto>("/api/status", { signal }),
  refetchInterval: 60_000,
});
