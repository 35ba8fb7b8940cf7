import { createLinkRoute } from "@/lib/contracts/quote-sharing";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { createQuoteLink } from "@/lib/server/share/quote-links";

export * from "@/lib/server/http/other-methods";

export const POST = route(createLinkRoute, async ({ viewer, params, body }) =>
  createQuoteLink(await openDesk(), viewer, params.number, body),
);
