import { setFlagsFromString } from "node:v8";
import { processState } from "@/lib/server/process-state";

/**
 * Until it is released, threads that are started may fill this much before their garbage is collected in full. A limit
 * of a single thread cannot say that, only a flag which every new heap reads.
 */
export function claimRoom(megabytes: number): { readonly release: () => void } {
  const claims = processState("thread-room", () => new Set<symbol>());
  const claim = Symbol("room");
  claims.add(claim);
  setFlagsFromString(`--initial-old-space-size=${megabytes}`);
  return {
    release() {
      claims.delete(claim);
      if (claims.size === 0) setFlagsFromString("--initial-old-space-size=0");
    },
  };
}
