import { isServer, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/client/api";

const MINUTE = 60_000;

/** One per browser tab, and one per request on the server. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: MINUTE,
        // On the server a timer would hold a whole finished request for as long.
        gcTime: isServer ? Infinity : 10 * MINUTE,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
      },
      mutations: { retry: false },
    },
  });
}
