import { callApi, pathOf } from "@/lib/client/api";
import type { CreateQuote, NewLink, QuoteDto, UpdateQuote } from "@/lib/client/quote-shapes";

/** The same key and body again give the same quote. */
export async function createQuote(body: CreateQuote, idempotencyKey: string): Promise<QuoteDto> {
  const headers = { "Idempotency-Key": idempotencyKey };
  return (await callApi<QuoteDto>("POST", "/api/quotes", { body, headers })).body;
}

/** `tag` is the entity tag of the draft that was shown. */
export async function updateQuote(number: string, tag: string, body: UpdateQuote): Promise<QuoteDto> {
  const headers = { "If-Match": tag };
  return (await callApi<QuoteDto>("PATCH", quotePath(number), { body, headers })).body;
}

export async function moveQuote(number: string, move: string, body: Record<string, unknown> = {}): Promise<QuoteDto> {
  return (await callApi<QuoteDto>("POST", quotePath(number, move), { body })).body;
}

/** The address is told this once. */
export async function createShareLink(number: string, days?: number): Promise<NewLink> {
  const body = days === undefined ? {} : { days };
  return (await callApi<NewLink>("POST", quotePath(number, "links"), { body })).body;
}

export async function withdrawShareLink(number: string, linkId: string): Promise<void> {
  await callApi("DELETE", quotePath(number, "links", linkId));
}

function quotePath(number: string, ...more: readonly string[]): string {
  return `/api${pathOf("quotes", number, ...more)}`;
}
