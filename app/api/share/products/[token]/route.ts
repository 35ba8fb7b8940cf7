import { getSharedProductRoute } from "@/lib/contracts/public-product";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { fetchSharedProduct } from "@/lib/server/share/read-shared-product";
import { withShareHeaders } from "@/lib/server/share/share-headers";
import { visitorOf } from "@/lib/server/share/visitor";

export * from "@/lib/server/http/other-methods";

export const GET = withShareHeaders(
  route(getSharedProductRoute, async ({ viewer, params, request }) =>
    fetchSharedProduct(await openDesk(), params.token, visitorOf(request, viewer)),
  ),
);
