import { testConnectionRoute } from "@/lib/contracts/vendors";
import { route } from "@/lib/server/route";
import { testConnection } from "@/lib/server/vendors/test-connection";

export * from "@/lib/server/http/other-methods";

export const POST = route(testConnectionRoute, ({ viewer, params, request: { signal } }) =>
  testConnection(viewer, { ...params, signal }),
);
