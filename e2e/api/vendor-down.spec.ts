import { apiClient, syncToEnd } from "@/e2e/harness/api-client";
import { addTestUsers, startDesk, touchIbm, vendorVariables } from "@/e2e/harness/desk";
import { expect, test } from "@/e2e/fixtures";
import type { Fault } from "@/lib/sandbox/faults/fault";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

const faults: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: "refuses the connection", fault: { vendor: "ibm", kind: "down" } },
  { name: "answers 401", fault: { vendor: "ibm", kind: "status", status: 401 } },
  { name: "answers 429", fault: { vendor: "ibm", kind: "status", status: 429, retryAfter: 1 } },
  { name: "answers 500", fault: { vendor: "ibm", kind: "status", status: 500 } },
  { name: "sends broken JSON", fault: { vendor: "ibm", kind: "broken-json" } },
  { name: "sends HTML with 200", fault: { vendor: "ibm", kind: "html", status: 200 } },
  { name: "hangs", fault: { vendor: "ibm", kind: "hang" } },
  { name: "sends an empty catalog", fault: { vendor: "ibm", kind: "empty" } },
];

test("a vendor that fails in any way keeps its last good products and leaves the other alone", async () => {
  test.setTimeout(180_000);
  const sandbox = await startSandbox({});
  const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0", VENDOR_TIMEOUT_MS: "700" });
  try {
    await addTestUsers(desk, ["manager"]);
    const manager = await apiClient(desk, "manager");
    const products = async () => (await manager.send("/api/products?pageSize=1")).body;
    const before = await products();
    const countsOf = (list: { facets: Record<string, unknown> }) => JSON.stringify(list.facets.vendor);
    for (const { name, fault } of faults) {
      touchIbm(sandbox);
      sandbox.faults.set(fault);
      const failed = await syncToEnd(manager, "ibm");
      expect([name, failed.state]).toEqual([name, "failed"]);
      expect(failed.error).toContain("IBM");
      const other = await syncToEnd(manager, "cloudblue");
      expect([name, other.state]).toEqual([name, "succeeded"]);
      const after = await products();
      expect([name, countsOf(after), after.asOf.ibm]).toEqual([name, countsOf(before), before.asOf.ibm]);
      const status = (await manager.send("/api/status")).body;
      const ibm = status.vendors.find(({ vendor }: { vendor: string }) => vendor === "ibm");
      expect(ibm.lastSync.state).toBe("failed");
      expect(ibm.lastError).toBeTruthy();
      sandbox.faults.clear();
    }
    expect(desk.isAlive()).toBe(true);
    expect(desk.output()).not.toMatch(/unhandled|UnhandledPromise/i);
  } finally {
    await desk.stop();
    await sandbox.close();
  }
});

test("a desk whose vendors were never reached says so and is not ready", async () => {
  const sandbox = await startSandbox({});
  sandbox.faults.set({ kind: "status", status: 503 });
  const desk = await startDesk({ ...vendorVariables(sandbox), VENDOR_TIMEOUT_MS: "500" }, { waitFor: "health" });
  try {
    const answer = await fetch(`${desk.url}/api/ready`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBeTruthy();
    expect(await answer.json()).toMatchObject({ code: "not-ready" });
  } finally {
    await desk.stop();
    await sandbox.close();
  }
});
