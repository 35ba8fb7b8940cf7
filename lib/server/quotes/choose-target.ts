import { mayMove, type QuoteMove, quoteMoveTable, type QuoteState, stateAfter } from "@/lib/domain/quotes/quote-moves";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import { actorFor, effectiveState } from "@/lib/server/quotes/effective-state";
import { pickVersion } from "@/lib/server/quotes/pick-version";
import { findPublication } from "@/lib/server/quotes/publications";
import { noSuchQuote, type QuoteVersion } from "@/lib/server/quotes/quote-store";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

export type Target = {
  readonly stored: QuoteVersion;
  /** The state as seen today: `expired` where the last day is over. */
  readonly state: QuoteState;
  /** The move was made before; nothing is left to do. */
  readonly done: boolean;
};

/** The version a move is about, checked against the table of moves. Throws `conflict` or `forbidden`. */
export async function chooseTarget(
  desk: Desk,
  db: Database,
  viewer: Viewer,
  versions: readonly QuoteVersion[],
  move: QuoteMove,
  asked: number | undefined,
): Promise<Target> {
  const candidates = await seenToday(desk, db, versions);
  const actor = actorFor(viewer, candidates[0]?.stored.ownerId ?? "");
  const target =
    asked === undefined ? pickVersion(candidates, move, actor) : candidates.find(({ version }) => version === asked);
  if (!target) throw noSuchQuote();
  const { stored, state } = target;
  if (mayMove(state, move, actor)) return { stored, state, done: false };
  if (state === quoteMoveTable[move].to) return { stored, state, done: true };
  if (stateAfter(state, move) === null) {
    const sentence = `Version ${stored.version} is ${readable(state)}; "${readable(move)}" is not possible now.`;
    throw new AppError("conflict", sentence, { extra: { state } });
  }
  throw new AppError("forbidden", "Your role does not allow this move. Ask a manager.");
}

async function seenToday(desk: Desk, db: Database, versions: readonly QuoteVersion[]) {
  const { timeZone } = await readSellerSettings(db, desk.demo);
  const now = desk.now();
  return Promise.all(
    versions.map(async (stored) => {
      const publication = stored.sentAt === null ? null : await findPublication(db, stored.number, stored.version);
      const state = effectiveState(stored, publication?.timeZone ?? timeZone, now);
      return { version: stored.version, state, stored };
    }),
  );
}

/** Once a version was accepted, no other one may take its place. */
export function refuseWhenDecided(versions: readonly QuoteVersion[], target: QuoteVersion): void {
  const accepted = versions.find(
    ({ version, state }) => version !== target.version && (state === "accepted" || state === "ordered"),
  );
  if (!accepted) return;
  throw new AppError("conflict", `The customer accepted version ${accepted.version}. It is not replaced any more.`, {
    extra: { state: accepted.state, version: accepted.version },
  });
}

const readable = (word: string) => word.replaceAll("-", " ");
