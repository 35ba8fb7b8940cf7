import { z } from "zod";
import {
  CreateQuoteSchema,
  QuoteNumberSchema,
  QuoteSchema,
  QuoteSummarySchema,
  UpdateQuoteSchema,
} from "@/lib/contracts/quote";
import { defineRoute } from "@/lib/contracts/route";
import { quoteStates } from "@/lib/domain/quotes/quote-moves";

export const listQuotesRoute = defineRoute({
  method: "GET",
  path: "/api/quotes",
  summary: "Quotes you may see, newest change first",
  access: "signed-in",
  query: z.object({ state: z.enum(quoteStates).optional(), q: z.string().max(200).optional() }),
  status: 200,
  response: z.object({ items: z.array(QuoteSummarySchema), total: z.number().int() }),
});
export const createQuoteRoute = defineRoute({
  method: "POST",
  path: "/api/quotes",
  summary: "Make a draft quote from a cart",
  access: "signed-in",
  body: CreateQuoteSchema,
  headers: [
    { name: "Idempotency-Key", required: false, description: "The same key and body again give the same quote" },
  ],
  status: 201,
  response: QuoteSchema,
});
export const getQuoteRoute = defineRoute({
  method: "GET",
  path: "/api/quotes/{number}",
  summary: "The newest version of a quote, or the one asked for",
  access: "signed-in",
  params: QuoteNumberSchema,
  query: z.object({ version: z.coerce.number().int().min(1).max(10_000).optional() }),
  status: 200,
  response: QuoteSchema,
});
export const updateQuoteRoute = defineRoute({
  method: "PATCH",
  path: "/api/quotes/{number}",
  summary: "Change a draft",
  access: "signed-in",
  params: QuoteNumberSchema,
  body: UpdateQuoteSchema,
  headers: [
    {
      name: "If-Match",
      required: false,
      description: "The quote's ETag, or * for whatever is there; needed (428) where somebody else changed it last",
    },
  ],
  status: 200,
  response: QuoteSchema,
});
export const moveQuoteRoute = defineRoute({
  method: "POST",
  path: "/api/quotes/{number}/{move}",
  summary: "Move a quote: send, revise, withdraw, accept, decline, clone, order",
  access: "signed-in",
  params: QuoteNumberSchema.extend({ move: z.string().max(40) }),
  body: z.looseObject({}),
  status: 200,
  response: QuoteSchema,
});
