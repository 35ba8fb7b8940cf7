import { hostname } from "node:os";
import { newId } from "@/lib/server/new-id";
import { processState } from "@/lib/server/process-state";

/** Who this process is to others: machine, process number and a word that a restart does not repeat. */
export function leaseHolder(): string {
  return processState("lease-holder", () => [hostname(), process.pid, newId()].join("/"));
}

/**
 * True for a holder on this machine whose process is gone. Only where the store is a file of this machine is that
 * certain: containers may share a host name and not their process numbers.
 */
export function isDeadHere(holder: string): boolean {
  const [host, pidText] = holder.split("/");
  if (host !== hostname() || !pidText || !/^\d+$/.test(pidText)) return false;
  if (holder === leaseHolder()) return false;
  const pid = parseInt(pidText, 10);
  return pid === process.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
