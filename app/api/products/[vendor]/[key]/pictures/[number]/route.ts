import { getProductPictureRoute } from "@/lib/contracts/product";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { findProduct } from "@/lib/server/catalog/get-product";
import { pictureResponse } from "@/lib/server/pictures/picture-response";
import { readPicture } from "@/lib/server/pictures/read-picture";
import { route } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const GET = route(getProductPictureRoute, async ({ params, request }) => {
  const product = await findProduct(await database(), await currentCatalog(), params);
  return pictureResponse(request, await readPicture(product, params.number));
});
