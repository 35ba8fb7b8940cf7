import { refreshProductRoute } from "@/lib/contracts/product";
import { refreshProduct } from "@/lib/server/catalog/refresh-product";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(refreshProductRoute, ({ viewer, params, request: { signal } }) =>
  refreshProduct(viewer, { ...params, signal }),
);
