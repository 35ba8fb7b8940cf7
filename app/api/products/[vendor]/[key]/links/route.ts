import { createProductLinkRoute } from "@/lib/contracts/public-product";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { shareProduct } from "@/lib/server/share/product-links";

export * from "@/lib/server/http/other-methods";

export const POST = route(createProductLinkRoute, async ({ viewer, params, body }) =>
  shareProduct(await openDesk(), viewer, params, body),
);
