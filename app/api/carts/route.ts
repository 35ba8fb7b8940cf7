import { createCartRoute, listCartsRoute } from "@/lib/contracts/cart";
import { cartAnswer } from "@/lib/server/carts/cart-answer";
import { createCart } from "@/lib/server/carts/create-cart";
import { listCarts } from "@/lib/server/carts/list-carts";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listCartsRoute, async ({ viewer }) => listCarts(await openDesk(), viewer));

export const POST = route(createCartRoute, async ({ viewer, body }) =>
  cartAnswer(await createCart(await openDesk(), viewer, body)),
);
