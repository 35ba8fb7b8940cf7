import { listProductsRoute } from "@/lib/contracts/catalog";
import { browseCatalogJson } from "@/lib/server/catalog/browse-catalog";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(
  listProductsRoute,
  async ({ viewer, query }) =>
    new Response(await browseCatalogJson(viewer, query), {
      headers: { "content-type": "application/json; charset=utf-8" },
    }),
);
