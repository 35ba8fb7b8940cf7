import type { VendorName } from "./faults/fault";

/** Nothing secret is kept: no headers, no bodies. */
export type LoggedRequest = {
  vendor: VendorName;
  route: string;
  method: string;
  /** Path and query below the vendor's base address. */
  target: string;
  status: number;
  /** Milliseconds since 1970 on arrival. */
  at: number;
};

export type RequestLog = {
  /** The newest requests, oldest first; at most 5,000 are kept. */
  readonly list: (filter?: { vendor?: VendorName; route?: string }) => readonly LoggedRequest[];
  /** How many have arrived since the start or the last `clear`. */
  readonly count: (filter?: { vendor?: VendorName; route?: string }) => number;
  readonly clear: () => void;
};

const KEPT = 5000;

export function createRequestLog(): RequestLog & { readonly add: (entry: LoggedRequest) => LoggedRequest } {
  let entries: LoggedRequest[] = [];
  let counts = new Map<string, number>();
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
      const key = `${entry.vendor} ${entry.route}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return entry;
    },
    list: (filter = {}) => entries.slice(-KEPT).filter((entry) => meets(filter, entry.vendor, entry.route)),
    count: (filter = {}) => {
      let sum = 0;
      for (const [key, count] of counts) {
        const [vendor = "", route = ""] = key.split(" ");
        if (meets(filter, vendor, route)) sum += count;
      }
      return sum;
    },
    clear: () => {
      entries = [];
      counts = new Map();
    },
  };
}

function meets(filter: { vendor?: string; route?: string }, vendor: string, route: string): boolean {
  return (filter.vendor ?? vendor) === vendor && (filter.route ?? route) === route;
}
