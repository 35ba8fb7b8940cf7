import type { z } from "zod";
import type { CreateQuoteSchema, CustomerInputSchema, UpdateQuoteSchema } from "@/lib/contracts/quote";

export type { QuoteDto } from "@/lib/contracts/quote";
export type Customer = z.infer<typeof CustomerInputSchema>;
export type CreateQuote = z.infer<typeof CreateQuoteSchema>;
export type UpdateQuote = z.infer<typeof UpdateQuoteSchema>;
export type NewLink = { id: string; url: string; expiresAt: string };
