import { listLiveNamesRoute } from "@/lib/contracts/vendors";
import { route } from "@/lib/server/route";
import { readLiveNames } from "@/lib/server/vendors/read-live-names";

export * from "@/lib/server/http/other-methods";

export const GET = route(listLiveNamesRoute, ({ viewer, params, request: { signal } }) =>
  readLiveNames(viewer, { ...params, signal }),
);
