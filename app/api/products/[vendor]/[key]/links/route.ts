import { createProductLinkRoute, listProductLinksRoute } from "@/lib/contracts/public-product";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { listProductLinks, shareProduct } from "@/lib/server/share/product-links";

export * from "@/lib/server/http/other-methods";

export const GET = route(listProductLinksRoute, async ({ viewer, params }) => {
  const items = await listProductLinks(await openDesk(), viewer, params);
  return { items, total: items.length };
});

export const POST = route(createProductLinkRoute, async ({ viewer, params, body }) =>
  shareProduct(await openDesk(), viewer, params, body),
);
