import type { SourceHealth } from "@/lib/vendors/transport/source-health";
import type { VendorError } from "@/lib/vendors/errors";
import type { Clock } from "@/lib/vendors/transport/clock";

export type HealthCounters = Pick<
  SourceHealth,
  "reachable" | "since" | "credential" | "requests" | "notModified" | "throttled" | "failures" | "lastError"
>;

/** Counts what happened between us and one vendor since the process began. */
export type HealthBook = {
  readonly onSent: () => void;
  readonly onSuccess: (notModified: boolean) => void;
  readonly onFailure: (error: VendorError) => void;
  readonly read: () => HealthCounters;
};

/** Failures that no answer of the vendor itself caused. */
const unreachableKinds: ReadonlySet<string> = new Set(["network", "timeout", "unavailable"]);

/** An answer of success that cannot be read still shows that our credentials were taken. */
function wasLetIn(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

export function createHealthBook(clock: Clock): HealthBook {
  let book: HealthCounters = {
    reachable: null,
    since: null,
    credential: "unknown",
    requests: 0,
    notModified: 0,
    throttled: 0,
    failures: 0,
    lastError: null,
  };
  const instant = () => new Date(clock.now()).toISOString();
  const reached = (reachable: boolean) => (book.reachable === reachable ? {} : { reachable, since: instant() });
  return {
    onSent: () => {
      book = { ...book, requests: book.requests + 1 };
    },
    onSuccess: (notModified) => {
      const counted = book.notModified + (notModified ? 1 : 0);
      book = { ...book, ...reached(true), credential: "accepted", notModified: counted };
    },
    onFailure: (error) => {
      const { kind, correlationId, status } = error.facts;
      if (kind === "cancelled") return;
      book = {
        ...book,
        ...reached(!unreachableKinds.has(kind)),
        credential: kind === "unauthorized" ? "rejected" : wasLetIn(status) ? "accepted" : book.credential,
        throttled: book.throttled + (kind === "throttled" ? 1 : 0),
        failures: book.failures + 1,
        lastError: { message: error.message, at: instant(), correlationId },
      };
    },
    read: () => book,
  };
}
