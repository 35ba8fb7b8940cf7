import { getQuoteRoute, updateQuoteRoute } from "@/lib/contracts/quote-routes";
import { readIfMatch } from "@/lib/server/carts/if-match";
import { openDesk } from "@/lib/server/open-desk";
import { quoteAnswer } from "@/lib/server/quotes/quote-answer";
import { readQuote } from "@/lib/server/quotes/read-quote";
import { updateQuote } from "@/lib/server/quotes/update-quote";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(getQuoteRoute, async ({ viewer, params, query }) =>
  quoteAnswer(await readQuote(await openDesk(), viewer, params.number, query.version)),
);

export const PATCH = route(updateQuoteRoute, async ({ viewer, params, body, request }) =>
  quoteAnswer(await updateQuote(await openDesk(), viewer, params.number, readIfMatch(request), body)),
);
