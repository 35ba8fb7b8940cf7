import { z } from "zod";
import { PublicQuoteSchema, PublicQuoteTotalsSchema } from "@/lib/contracts/public-quote";
import { QuoteNumberSchema } from "@/lib/contracts/quote";
import { defineRoute } from "@/lib/contracts/route";

export const SharedQuoteSchema = z.strictObject({
  ...PublicQuoteSchema.shape,
  state: z.enum(["sent", "accepted", "declined", "expired"]),
  contentHash: z.string(),
  mayDecide: z.boolean(),
  decision: z.strictObject({ kind: z.enum(["accepted", "declined"]), name: z.string(), at: z.string() }).nullable(),
});

export type SharedQuote = z.infer<typeof SharedQuoteSchema>;

/** The shared quote as the API gives it: the totals stand under their currency, as those of carts and quotes do. */
export const SharedQuoteAnswerSchema = SharedQuoteSchema.extend({
  totals: z.record(z.string(), PublicQuoteTotalsSchema),
}).meta({ id: "SharedQuote" });

export type SharedQuoteAnswer = z.infer<typeof SharedQuoteAnswerSchema>;

const TokenParamsSchema = z.object({ token: z.string().max(100) });

export const createLinkRoute = defineRoute({
  method: "POST",
  path: "/api/quotes/{number}/links",
  summary: "Make a share link to the sent quote; its address is shown this once",
  access: "signed-in",
  params: QuoteNumberSchema,
  body: z.strictObject({
    days: z.number().int().min(1).max(180).optional(),
    expiresAt: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: "Instead of days: a moment in the next 180 days" }),
  }),
  status: 201,
  response: z.object({ id: z.string(), url: z.string(), expiresAt: z.string() }),
});
export const deleteLinkRoute = defineRoute({
  method: "DELETE",
  path: "/api/quotes/{number}/links/{id}",
  summary: "Withdraw a share link",
  access: "signed-in",
  params: QuoteNumberSchema.extend({ id: z.string().max(60) }),
  status: 204,
});
export const getSharedQuoteRoute = defineRoute({
  method: "GET",
  path: "/api/share/quotes/{token}",
  summary: "The quote behind a share link",
  access: "outsider",
  params: TokenParamsSchema,
  status: 200,
  response: SharedQuoteAnswerSchema,
});
export const AcceptSchema = z.strictObject({
  name: z.string().trim().min(1, "write your name").max(200),
  email: z.email("write a mail address").max(254),
  title: z.string().trim().max(200).optional(),
});
export const acceptSharedQuoteRoute = defineRoute({
  method: "POST",
  path: "/api/share/quotes/{token}/accept",
  summary: "Accept the quote",
  access: "outsider",
  params: TokenParamsSchema,
  body: AcceptSchema,
  status: 200,
  response: SharedQuoteAnswerSchema,
});
export const DeclineSchema = z.strictObject({ reason: z.string().trim().max(2000) });
export const declineSharedQuoteRoute = defineRoute({
  method: "POST",
  path: "/api/share/quotes/{token}/decline",
  summary: "Decline the quote",
  access: "outsider",
  params: TokenParamsSchema,
  body: DeclineSchema,
  status: 200,
  response: SharedQuoteAnswerSchema,
});
