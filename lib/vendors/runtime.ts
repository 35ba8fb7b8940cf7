import type { Sender } from "@/lib/vendors/relay";
import type { BreakerSettings } from "@/lib/vendors/transport/breaker";
import type { Clock } from "@/lib/vendors/transport/clock";
import type { LaneSettings } from "@/lib/vendors/transport/lane";
import type { VendorLog } from "@/lib/vendors/transport/log";

/** What every vendor gets beside its own settings. */
export type VendorRuntime = {
  readonly timeoutMs: number;
  readonly log?: VendorLog;
  readonly pageSize?: number;
  readonly rate?: Partial<LaneSettings>;
  readonly breaker?: Partial<BreakerSettings>;
  readonly bytesMax?: number;
  readonly clock?: Clock;
  /** Sends what reading the catalog asks for; given in threads that send nothing themselves. */
  readonly sender?: Sender;
};
