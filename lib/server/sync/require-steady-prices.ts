import { judgePriceJumps } from "@/lib/domain/sync/judge-price-jumps";
import { STARTED_BY_TIMER, type SyncContext } from "@/lib/server/sync/sync-context";
import { SyncError } from "@/lib/server/sync/sync-error";
import { readHeld } from "@/lib/server/sync/sync-rows";

type Jumps = { readonly before: number; readonly jumped: readonly string[] };

/** Throws a `SyncError` where so many prices moved so far that a person has to look at them first. */
export async function requireSteadyPrices(context: SyncContext, { before, jumped }: Jumps): Promise<void> {
  const verdict = judgePriceJumps({
    before,
    jumped,
    jumpedLastTime: await readHeld(context.db, context.vendor, "jumped"),
    askedByPerson: context.startedBy !== STARTED_BY_TIMER,
  });
  if (verdict.kind === "believed") return;
  const message =
    `${context.source.label} changed prices by more than half, or dropped them, at ${jumped.length} of ` +
    `${before} products (${verdict.percent} %). None of it was taken over. Look at the prices there; if they are right, start the sync ` +
    "by hand. The last good catalog stays in use.";
  throw new SyncError("jumped", message, jumped);
}
