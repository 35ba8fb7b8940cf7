import { moveQuoteRoute } from "@/lib/contracts/quote-routes";
import { openDesk } from "@/lib/server/open-desk";
import { idempotencyKeyOf } from "@/lib/server/quotes/answer-once";
import { moveQuote } from "@/lib/server/quotes/move-quote";
import { quoteAnswer } from "@/lib/server/quotes/quote-answer";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(moveQuoteRoute, async ({ viewer, params, body, request }) =>
  quoteAnswer(
    await moveQuote(await openDesk(), viewer, { ...params, body, idempotencyKey: idempotencyKeyOf(request) }),
  ),
);
