import { getProductRoute } from "@/lib/contracts/product";
import { getProduct } from "@/lib/server/catalog/get-product";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(getProductRoute, ({ viewer, params, query }) => getProduct(viewer, { ...params, ...query }));
