import { getLiveConfigurationRoute } from "@/lib/contracts/vendors";
import { route } from "@/lib/server/route";
import { readLiveConfiguration } from "@/lib/server/vendors/read-live-configuration";

export * from "@/lib/server/http/other-methods";

export const GET = route(getLiveConfigurationRoute, ({ viewer, params, query, request: { signal } }) =>
  readLiveConfiguration(viewer, { ...params, ...query, signal }),
);
