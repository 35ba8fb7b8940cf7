import type { SyncProgress } from "@/lib/contracts/sync";

const states: readonly SyncProgress["state"][] = ["running", "succeeded", "failed", "cancelled"];

/** One event of the progress stream; null where it is not one. By hand: a schema library would weigh more than the page. */
export function readProgress(text: string): SyncProgress | null {
  const event: unknown = JSON.parse(text);
  if (typeof event !== "object" || event === null) return null;
  if (!("vendor" in event && "done" in event && "total" in event && "state" in event)) return null;
  const { vendor, done, total } = event;
  const state = states.find((known) => known === event.state);
  if (typeof vendor !== "string" || typeof done !== "number" || !state) return null;
  return { vendor, done, total: typeof total === "number" ? total : null, state };
}
