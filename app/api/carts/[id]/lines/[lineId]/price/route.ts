import { explainLinePriceRoute } from "@/lib/contracts/price-explanation";
import { openDesk } from "@/lib/server/open-desk";
import { explainLinePrice } from "@/lib/server/price-rules/explain-price";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(explainLinePriceRoute, async ({ viewer, params }) =>
  explainLinePrice(await openDesk(), viewer, params),
);
