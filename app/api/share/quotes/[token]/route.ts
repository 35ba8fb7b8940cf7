import { getSharedQuoteRoute } from "@/lib/contracts/quote-sharing";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { fetchSharedQuote } from "@/lib/server/share/read-shared-quote";
import { withShareHeaders } from "@/lib/server/share/share-headers";
import { sharedQuoteAnswer } from "@/lib/server/share/shared-quote-answer";
import { visitorOf } from "@/lib/server/share/visitor";

export * from "@/lib/server/http/other-methods";

export const GET = withShareHeaders(
  route(getSharedQuoteRoute, async ({ viewer, params, request }) =>
    sharedQuoteAnswer(await fetchSharedQuote(await openDesk(), params.token, visitorOf(request, viewer))),
  ),
);
