import type { Schema } from "@/lib/server/store/schema";
import { may, type Viewer } from "@/lib/server/viewer";

/** Whoever can act on refused credentials reads the cause; everyone else that it is being looked after. */
export function explainFailure(sync: Pick<Schema["syncs"], "error" | "error_kind">, viewer: Viewer): string | null {
  const isCredential = sync.error_kind === "unauthorized" || sync.error_kind === "forbidden";
  if (!isCredential || may(viewer, "syncs:write")) return sync.error;
  return "Prices of this vendor cannot be refreshed at the moment. An administrator can see why.";
}
