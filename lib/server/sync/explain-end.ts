import { log } from "@/lib/server/log";
import { LeaseLost } from "@/lib/server/sync/lease";
import type { SyncContext } from "@/lib/server/sync/sync-context";
import { SyncError } from "@/lib/server/sync/sync-error";
import type { Ending } from "@/lib/server/sync/sync-rows";
import { VendorError } from "@/lib/vendors/errors";

/** The reason to give to a sync's signal when somebody called it off. */
export class SyncCancelled extends Error {
  override readonly name = "SyncCancelled";

  /** The bundler may load this module several times in one process; a reason of any of them counts. */
  static override [Symbol.hasInstance](reason: unknown): reason is SyncCancelled {
    return reason instanceof Error && reason.name === "SyncCancelled";
  }
}

const STAYS = "The last good catalog stays in use.";

/** How a sync that did not publish goes on record: a sentence for people, a kind for screens. */
export function explainEnd({ signal, source }: SyncContext, error: unknown): Ending {
  const reason: unknown = signal.aborted ? signal.reason : error;
  const failed = (kind: Ending["kind"], sentence: string): Ending => ({
    state: "failed",
    error: sentence,
    kind,
    held: null,
  });
  if (reason instanceof SyncCancelled) return { state: "cancelled", error: null, kind: null, held: null };
  if (reason instanceof LeaseLost)
    return failed("interrupted", `The sync of ${source.label} was interrupted. ${STAYS}`);
  if (reason instanceof DOMException && reason.name === "TimeoutError") {
    return failed("tooLong", `Reading the catalog of ${source.label} took longer than 30 minutes. ${STAYS}`);
  }
  if (signal.aborted) return failed("interrupted", `The sync of ${source.label} was interrupted. ${STAYS}`);
  if (error instanceof VendorError) return failed(error.facts.kind, error.message);
  if (error instanceof SyncError) return { ...failed(error.kind, error.message), held: error.held };
  log.error({ vendor: source.vendor, err: error }, "sync failed");
  return failed("internal", `The sync of ${source.label} stopped because of an error of our own. ${STAYS}`);
}
