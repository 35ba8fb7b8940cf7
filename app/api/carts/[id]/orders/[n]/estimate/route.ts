import { estimateOrderRoute } from "@/lib/contracts/order-draft";
import { estimateOrder } from "@/lib/server/carts/estimate-order";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { vendorSources } from "@/lib/server/sources";

export * from "@/lib/server/http/other-methods";

export const POST = route(estimateOrderRoute, async ({ viewer, params, body, request }) =>
  estimateOrder(await openDesk(), viewer, {
    ...params,
    ...body,
    sources: await vendorSources(),
    signal: request.signal,
  }),
);
