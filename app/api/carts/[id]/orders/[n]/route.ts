import { getOrderDraftRoute } from "@/lib/contracts/order-draft";
import { draftOrder } from "@/lib/server/carts/draft-order";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(getOrderDraftRoute, async ({ viewer, params }) =>
  draftOrder(await openDesk(), viewer, params.id, params.n),
);
