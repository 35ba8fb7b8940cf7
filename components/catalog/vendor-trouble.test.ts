import { expect, test } from "vitest";
import { vendorTrouble } from "@/components/catalog/vendor-trouble";
import type { VendorStatusDto } from "@/lib/contracts/status";

const well: VendorStatusDto = {
  vendor: "ibm",
  label: "IBM",
  reachable: true,
  since: null,
  credential: "accepted",
  tokenExpiresAt: null,
  breaker: "closed",
  nextTryAt: null,
  requests: 1,
  notModified: 0,
  throttled: 0,
  failures: 0,
  products: 1,
  asOf: "2026-01-01T00:00:00.000Z",
  freshness: "fresh",
  lastSync: null,
  lastError: null,
  lastFailure: null,
  nextSyncAt: null,
};
const failedSync: VendorStatusDto["lastSync"] = {
  id: "1",
  vendor: "ibm",
  state: "failed",
  startedAt: "2026-01-01T00:00:00.000Z",
  finishedAt: "2026-01-01T00:00:01.000Z",
  counts: { products: 0, rejected: 0, new: 0, changed: 0, gone: 0, priceUp: 0, priceDown: 0 },
  error: "IBM answered with an error (500).",
  startedBy: "timer",
};

test.each([
  ["well", {}, null],
  ["ageing, which is normal between syncs", { freshness: "ageing" }, null],
  ["down", { reachable: false, lastSync: failedSync }, "IBM cannot be reached"],
  ["refusing our credentials", { credential: "rejected", lastSync: failedSync }, "IBM prices cannot be refreshed"],
  ["answering, but not with a catalog", { lastSync: failedSync }, "IBM prices could not be refreshed"],
  ["not asked for days", { freshness: "stale" }, "IBM prices are stale"],
] as const)("a vendor that is %s", (_, change, title) => {
  expect(vendorTrouble({ ...well, ...change })?.title ?? null).toBe(title);
});
