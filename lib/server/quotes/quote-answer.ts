import type { TaggedQuote } from "@/lib/server/quotes/read-quote";
import { json, type JsonAnswer } from "@/lib/server/route";

/** A quote with the entity tag of the version shown. */
export function quoteAnswer({ quote, tag }: TaggedQuote): JsonAnswer {
  return json(quote, { headers: { etag: tag } });
}
