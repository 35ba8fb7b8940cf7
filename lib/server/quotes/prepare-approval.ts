import type { QuoteMove } from "@/lib/domain/quotes/quote-moves";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import { type ApprovalKind, type ApprovalStep, asksOf } from "@/lib/server/quotes/approvals";
import { chooseTarget } from "@/lib/server/quotes/choose-target";
import { type FoundLine, judgeQuote } from "@/lib/server/quotes/judge-quote";
import type { MoveInput } from "@/lib/server/quotes/move-inputs";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";
import type { Viewer } from "@/lib/server/viewer";

const kinds: Partial<Record<QuoteMove, ApprovalKind>> = {
  submit: "requested",
  approve: "approved",
  reject: "refused",
  reopen: "taken-back",
};

export type PreparedApproval = {
  /** The version as it was judged. */
  readonly judged: QuoteVersion;
  readonly step: Omit<ApprovalStep, "by" | "at">;
};

/** What is written down of a move that is about an approval; null for other moves and for one made before. */
export async function prepareApproval(
  desk: Desk,
  viewer: Viewer,
  versions: readonly QuoteVersion[],
  move: QuoteMove,
  input: MoveInput,
): Promise<PreparedApproval | null> {
  const kind = kinds[move];
  if (!kind) return null;
  const { stored, done } = await chooseTarget(desk, desk.db, viewer, versions, move, input.version);
  if (done) return null;
  const { found } = await judgeQuote(desk, stored.document, "without");
  const note = input.reason || null;
  if (kind === "requested") requireReason(found, note);
  const asks = kind === "requested" || kind === "approved" ? asksOf(found) : [];
  return { judged: stored, step: { kind, note, asks } };
}

/** Whoever decides is told why: on the line, or with the request. */
function requireReason(found: readonly FoundLine[], note: string | null): void {
  if (note !== null) return;
  const silent = found.filter(({ findings, reason }) => !reason && findings.some(({ policy }) => policy === "ask"));
  if (silent.length === 0) return;
  const message = `Say why ${silent.map(({ name }) => name).join(", ")} should be sold at this price.`;
  throw new AppError("invalid", message, { errors: [{ path: "body.reason", message }] });
}
