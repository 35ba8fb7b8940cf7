import {
  mayMove,
  type QuoteActor,
  type QuoteMove,
  quoteMoveTable,
  type QuoteState,
} from "@/lib/domain/quotes/quote-moves";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";

type Candidate = Pick<QuoteVersion, "version"> & { readonly state: QuoteState };

/**
 * The version a move is about when none is named: the newest, unless that one cannot make the move and an older one,
 * which the customer still has before them, can; or has made it already.
 */
export function pickVersion<V extends Candidate>(versions: readonly V[], move: QuoteMove, actor: QuoteActor): V | null {
  const newest = versions.at(-1) ?? null;
  if (newest && mayMove(newest.state, move, actor)) return newest;
  if (!aboutTheCustomer.has(move)) return newest;
  const able = versions.findLast((version) => mayMove(version.state, move, actor));
  return able ?? versions.findLast((version) => version.state === quoteMoveTable[move].to) ?? newest;
}

const aboutTheCustomer: ReadonlySet<QuoteMove> = new Set(["accept", "decline", "request-changes", "order"]);
