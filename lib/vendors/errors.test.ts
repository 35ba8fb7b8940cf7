import { expect, it, vi } from "vitest";
import type { VendorErrorFacts } from "@/lib/vendors/errors";

const facts: VendorErrorFacts = {
  vendor: "ibm",
  operation: "list products",
  kind: "rejected",
  status: 400,
  retryAfterMs: null,
  correlationId: null,
};

it("is recognised although the bundler loaded its module twice", async () => {
  const first = await import("@/lib/vendors/errors");
  vi.resetModules();
  const second = await import("@/lib/vendors/errors");
  expect(first.VendorError).not.toBe(second.VendorError);
  expect(new first.VendorError("no", facts)).toBeInstanceOf(second.VendorError);
  for (const other of [new Error("no"), { name: "VendorError", facts }, null, "VendorError"]) {
    expect(other).not.toBeInstanceOf(second.VendorError);
  }
});
