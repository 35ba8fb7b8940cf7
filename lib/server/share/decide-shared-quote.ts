import type { z } from "zod";
import type { AcceptSchema, DeclineSchema, SharedQuote } from "@/lib/contracts/quote-sharing";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import { decideQuote } from "@/lib/server/quotes/decide-quote";
import { openOrThrow, viewSharedQuote } from "@/lib/server/share/read-shared-quote";
import { openLink } from "@/lib/server/share/share-links";
import { addressOf, browserOf, type Visitor } from "@/lib/server/share/visitor";

export type CustomerDecision =
  | ({ readonly kind: "accepted" } & z.output<typeof AcceptSchema>)
  | ({ readonly kind: "declined" } & z.output<typeof DeclineSchema>);

/** The customer's answer through a link. Repeating it changes nothing and shows what was decided. */
export async function decideSharedQuote(
  desk: Desk,
  token: string,
  decision: CustomerDecision,
  visitor: Visitor,
): Promise<SharedQuote> {
  const now = desk.now();
  const link = await openLink(desk.db, "quote", token, now, visitor);
  const shown = openOrThrow(await viewSharedQuote(desk, token, null));
  if (shown.state === "expired") {
    throw new AppError("conflict", `This quote was valid until ${shown.validUntil}. Ask for a new one.`);
  }
  await decideQuote(
    desk,
    { number: shown.number, version: shown.version },
    {
      kind: decision.kind,
      name: decision.kind === "accepted" ? decision.name : shown.customer.name,
      email: decision.kind === "accepted" ? decision.email : null,
      title: decision.kind === "accepted" ? (decision.title ?? null) : null,
      reason: decision.kind === "declined" ? decision.reason : null,
      by: "customer",
      userId: null,
      linkId: link.id,
      address: addressOf(visitor.headers),
      browser: browserOf(visitor.headers),
    },
  );
  return openOrThrow(await viewSharedQuote(desk, token, null));
}
