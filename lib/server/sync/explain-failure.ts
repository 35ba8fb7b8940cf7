import type { Schema } from "@/lib/server/store/schema";
import { may, type Viewer } from "@/lib/server/viewer";

/** Whoever can act on it reads the cause; everyone else that it is being looked after. */
export function explainFailure(sync: Pick<Schema["syncs"], "error" | "error_kind">, viewer: Viewer): string | null {
  // Which prices jumped, and how many, may tell of costs.
  if (sync.error_kind === "jumped" && !may(viewer, "costs:read")) {
    return "New prices of this vendor wait for a manager to look at them. The last good catalog stays in use.";
  }
  const isCredential = sync.error_kind === "unauthorized" || sync.error_kind === "forbidden";
  if (!isCredential || may(viewer, "syncs:write")) return sync.error;
  return "Prices of this vendor cannot be refreshed at the moment. An administrator can see why.";
}
