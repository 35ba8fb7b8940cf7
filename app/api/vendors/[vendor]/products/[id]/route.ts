import { getLiveProductRoute } from "@/lib/contracts/vendors";
import { route } from "@/lib/server/route";
import { readLiveProduct } from "@/lib/server/vendors/read-live-product";

export * from "@/lib/server/http/other-methods";

export const GET = route(getLiveProductRoute, ({ viewer, params, query, request: { signal } }) =>
  readLiveProduct(viewer, { ...params, ...query, list: "products", signal }),
);
