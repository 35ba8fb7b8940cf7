import { createQuoteRoute, listQuotesRoute } from "@/lib/contracts/quote-routes";
import { openDesk } from "@/lib/server/open-desk";
import { idempotencyKeyOf } from "@/lib/server/quotes/answer-once";
import { createQuote } from "@/lib/server/quotes/create-quote";
import { listQuotes } from "@/lib/server/quotes/list-quotes";
import { quoteAnswer } from "@/lib/server/quotes/quote-answer";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listQuotesRoute, async ({ viewer, query }) => listQuotes(await openDesk(), viewer, query));

export const POST = route(createQuoteRoute, async ({ viewer, body, request }) =>
  quoteAnswer(await createQuote(await openDesk(), viewer, body, idempotencyKeyOf(request))),
);
