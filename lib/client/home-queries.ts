import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/lib/client/api";
import type { QuoteSummary } from "@/lib/contracts/quote";
import type { ChangeDto } from "@/lib/contracts/changes";

/** Quotes one may see, newest change first. */
export const recentQuotesQuery = queryOptions({
  queryKey: ["quotes", "list"],
  queryFn: ({ signal }) => getJson<{ items: QuoteSummary[]; total: number }>("/api/quotes", { signal }),
});

/** What syncs found last. */
export const latestChangesQuery = queryOptions({
  queryKey: ["changes", "latest"],
  queryFn: ({ signal }) =>
    getJson<{ items: ChangeDto[]; total: number }>("/api/changes", { search: { pageSize: 6 }, signal }),
});
