import type { SyncProgress } from "@/lib/contracts/sync";
import type { DatabaseConfig } from "@/lib/server/store/database";
import type { SyncOutcome } from "@/lib/server/sync/run-sync";
import type { VendorErrorFacts } from "@/lib/vendors/errors";
import type { Relay, RelayedRequest } from "@/lib/vendors/relay";
import type { ParsedBody } from "@/lib/vendors/transport/parse-body";

/** What a thread that syncs one vendor is started with. Credentials are among it. */
export type SyncThreadData = Pick<Relay, "settings" | "pageSize" | "timeoutMs"> & {
  readonly vendor: string;
  readonly store: DatabaseConfig;
  readonly locales: readonly [string, ...string[]];
  readonly startedBy: string;
  readonly program: string | null;
  /** This process, as leases name it. */
  readonly holder: string;
};

/** `call` numbers the requests that the first thread sends for the other one. */
export type ToSyncThread =
  | { readonly kind: "abort"; readonly isCancelled: boolean }
  | {
      readonly kind: "body";
      readonly call: number;
      readonly body: Uint8Array<ArrayBuffer>;
      readonly learnt: readonly string[];
    }
  | { readonly kind: "accepted"; readonly call: number }
  | {
      readonly kind: "refused";
      readonly call: number;
      readonly message: string;
      readonly facts: VendorErrorFacts | null;
    };

export type FromSyncThread =
  | { readonly kind: "started" }
  | { readonly kind: "begun"; readonly id: string | null }
  | { readonly kind: "call"; readonly call: number; readonly request: RelayedRequest }
  | { readonly kind: "drop"; readonly call: number }
  | { readonly kind: "verdict"; readonly call: number; readonly verdict: ParsedBody<null> }
  | { readonly kind: "progress"; readonly progress: SyncProgress }
  | { readonly kind: "published" }
  | { readonly kind: "ended"; readonly outcome: SyncOutcome };
