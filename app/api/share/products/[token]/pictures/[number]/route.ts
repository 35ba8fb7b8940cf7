import { getSharedProductPictureRoute } from "@/lib/contracts/public-product";
import { openDesk } from "@/lib/server/open-desk";
import { pictureResponse } from "@/lib/server/pictures/picture-response";
import { readPicture } from "@/lib/server/pictures/read-picture";
import { route } from "@/lib/server/route";
import { findSharedProduct } from "@/lib/server/share/read-shared-product";
import { withShareHeaders } from "@/lib/server/share/share-headers";
import { visitorOf } from "@/lib/server/share/visitor";

export * from "@/lib/server/http/other-methods";

export const GET = withShareHeaders(
  route(getSharedProductPictureRoute, async ({ viewer, params, request }) => {
    const product = await findSharedProduct(await openDesk(), params.token, visitorOf(request, viewer));
    return pictureResponse(request, await readPicture(product, params.number));
  }),
);
