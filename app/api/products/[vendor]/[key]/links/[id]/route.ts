import { deleteProductLinkRoute } from "@/lib/contracts/public-product";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { withdrawProductLink } from "@/lib/server/share/product-links";

export * from "@/lib/server/http/other-methods";

export const DELETE = route(deleteProductLinkRoute, async ({ viewer, params }) =>
  withdrawProductLink(await openDesk(), viewer, params),
);
