import { mayMove } from "@/lib/domain/quotes/quote-moves";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import { findPublication, setPublicationState } from "@/lib/server/quotes/publications";
import type { QuoteDecision } from "@/lib/server/quotes/quote-document";
import { lockQuote } from "@/lib/server/quotes/quote-store";
import { effectiveState } from "@/lib/server/quotes/effective-state";

export type DecisionInput = Omit<QuoteDecision, "at" | "version" | "contentHash"> & {
  readonly userId: string | null;
  readonly linkId: string | null;
};

/**
 * Writes down yes or no for one sent version, once: the first decision stays, the same one again changes nothing,
 * the other one is refused. Together with `lockQuote` this decides between an acceptance and a newer version.
 */
export async function decideQuote(
  desk: Desk,
  sent: { readonly number: string; readonly version: number },
  input: DecisionInput,
): Promise<void> {
  await desk.db.transaction().execute(async (trx) => {
    await lockQuote(trx, sent.number);
    const publication = await findPublication(trx, sent.number, sent.version);
    if (!publication) throw new AppError("conflict", "Only a quote that was sent can be accepted or declined.");
    if (publication.decision?.kind === input.kind) return;
    const now = desk.now();
    const move = input.kind === "accepted" ? "accept" : "decline";
    const role = input.by === "customer" ? "customer" : "seller";
    const state = effectiveState(publication, publication.timeZone, now);
    if (!mayMove(state, move, { role, own: input.by === "staff" })) {
      throw new AppError("conflict", `This quote is ${state} and cannot be ${input.kind} any more.`, {
        extra: { state },
      });
    }
    const { userId, linkId, ...told } = input;
    const { contentHash } = publication;
    const at = now.toISOString();
    const decision: QuoteDecision = { ...told, at, version: sent.version, contentHash };
    await setPublicationState(trx, sent, input.kind, decision);
    await trx
      .updateTable("quote_versions")
      .set((expression) => ({ state: input.kind, updated_at: at, revision: expression("revision", "+", 1) }))
      .where("number", "=", sent.number)
      .where("version", "=", sent.version)
      .where("state", "=", publication.state)
      .execute();
    await recordAudit(trx, {
      userId,
      entity: "quote",
      entityId: sent.number,
      action: input.kind,
      detail: { version: sent.version, name: input.name, by: input.by, reason: input.reason, linkId, contentHash },
    });
  });
}
