import { explainProductPriceRoute } from "@/lib/contracts/price-explanation";
import { openDesk } from "@/lib/server/open-desk";
import { explainProductPrice } from "@/lib/server/price-rules/explain-price";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(explainProductPriceRoute, async ({ viewer, params, query }) =>
  explainProductPrice(await openDesk(), viewer, { ...params, ...query }),
);
