import type { ActiveFault, VendorName } from "./faults/fault";
import type { Exchange } from "./http/exchange";
import type { Reply } from "./http/reply";

/** One vendor behind the shared server. Paths are below `basePath`. */
export type SandboxVendor = {
  readonly name: VendorName;
  readonly basePath: string;
  readonly routeOf: (method: string, path: string) => string;
  readonly handle: (exchange: Exchange, path: string, route: string, faults: readonly ActiveFault[]) => Reply;
  /** An error in the vendor's own shape for that path. */
  readonly fail: (
    path: string,
    error: {
      status: number;
      message: string;
      headers?: Record<string, string>;
      shape?: "platform" | "spring" | "gateway";
    },
  ) => Reply;
};
