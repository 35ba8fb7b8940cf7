import { isQuoteMove, type QuoteMove, stateAfter } from "@/lib/domain/quotes/quote-moves";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import { recordApproval } from "@/lib/server/quotes/approvals";
import { chooseTarget } from "@/lib/server/quotes/choose-target";
import { cloneQuote } from "@/lib/server/quotes/clone-quote";
import { decideQuote } from "@/lib/server/quotes/decide-quote";
import { type MoveInput, parseMoveInput } from "@/lib/server/quotes/move-inputs";
import { prepareApproval } from "@/lib/server/quotes/prepare-approval";
import { setPublicationState } from "@/lib/server/quotes/publications";
import { findVersions, lockQuote, movedMeanwhile, setState } from "@/lib/server/quotes/quote-store";
import { readQuote, type TaggedQuote } from "@/lib/server/quotes/read-quote";
import { reviseQuote } from "@/lib/server/quotes/revise-quote";
import { sendQuote } from "@/lib/server/quotes/send-quote";
import type { Viewer } from "@/lib/server/viewer";

export type MoveRequest = {
  readonly number: string;
  readonly move: string;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
};

/** Makes a move of the table. One that was made before answers like the first time and changes nothing. */
export async function moveQuote(desk: Desk, viewer: Viewer, request: MoveRequest): Promise<TaggedQuote> {
  const { number, move } = request;
  if (!isQuoteMove(move)) throw new AppError("not-found", "Quotes have no such move.");
  const input = parseMoveInput(move, request.body);
  if (move === "clone") return cloneQuote(desk, viewer, number, input, request.idempotencyKey);
  if (move === "send") await sendQuote(desk, viewer, number, input);
  else if (move === "revise") await reviseQuote(desk, viewer, number, input);
  else if (move === "accept" || move === "decline") await decideForCustomer(desk, viewer, number, move, input);
  else await changeState(desk, viewer, number, move, input);
  return readQuote(desk, viewer, number, input.version);
}

/** The customer said yes or no on paper or by telephone. */
async function decideForCustomer(
  desk: Desk,
  viewer: Viewer,
  number: string,
  move: "accept" | "decline",
  input: MoveInput,
): Promise<void> {
  const versions = await findVersions(desk.db, viewer, number);
  const target = await chooseTarget(desk, desk.db, viewer, versions, move, input.version);
  if (target.done) return;
  const { customer } = target.stored.document;
  await decideQuote(desk, target.stored, {
    kind: move === "accept" ? "accepted" : "declined",
    name: input.name ?? customer.contact ?? customer.name,
    email: input.email ?? customer.email ?? null,
    title: input.title ?? null,
    reason: input.reason ?? null,
    by: "staff",
    userId: viewer.userId,
    linkId: null,
    address: null,
    browser: null,
  });
}

/** A move that only changes the state. */
async function changeState(
  desk: Desk,
  viewer: Viewer,
  number: string,
  move: QuoteMove,
  input: MoveInput,
): Promise<void> {
  const seen = await findVersions(desk.db, viewer, number);
  const approval = await prepareApproval(desk, viewer, seen, move, input);
  await desk.db.transaction().execute(async (trx) => {
    await lockQuote(trx, number);
    const versions = await findVersions(trx, viewer, number);
    const target = await chooseTarget(desk, trx, viewer, versions, move, input.version);
    const to = stateAfter(target.state, move);
    if (target.done || to === null) return;
    if (approval && approval.judged.revision !== target.stored.revision) throw movedMeanwhile();
    const now = desk.now().toISOString();
    if (!(await setState(trx, target.stored, { to, now }))) throw movedMeanwhile();
    if (approval) await recordApproval(trx, viewer, target.stored, { ...approval.step, at: now });
    await setPublicationState(trx, target.stored, to);
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "quote",
      entityId: number,
      action: move,
      detail: { version: target.stored.version, reason: input.reason ?? null },
    });
  });
}
