import { listPublicProductsRoute } from "@/lib/contracts/vendors";
import { route } from "@/lib/server/route";
import { readLiveProducts } from "@/lib/server/vendors/read-live-products";

export * from "@/lib/server/http/other-methods";

export const GET = route(listPublicProductsRoute, ({ viewer, params, query, request: { signal } }) =>
  readLiveProducts(viewer, query, { ...params, list: "public-products", signal }),
);
