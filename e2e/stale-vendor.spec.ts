import { apiClient, signedInCookie, syncToEnd } from "@/e2e/harness/api-client";
import { addTestUsers, emailOf, passwordOf, startDesk, touchIbm, vendorVariables } from "@/e2e/harness/desk";
import { expect, test } from "@playwright/test";
import { type Fault } from "@/lib/sandbox/faults/fault";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

const troubles: readonly { readonly fault: Fault; readonly says: RegExp }[] = [
  { fault: { vendor: "ibm", kind: "down" }, says: /IBM cannot be reached/ },
  { fault: { vendor: "ibm", kind: "status", status: 401 }, says: /IBM prices cannot be refreshed/ },
  { fault: { vendor: "ibm", kind: "status", status: 429, retryAfter: 1 }, says: /IBM/ },
  { fault: { vendor: "ibm", kind: "status", status: 500 }, says: /IBM/ },
  { fault: { vendor: "ibm", kind: "broken-json" }, says: /IBM prices could not be refreshed/ },
];

test("the catalog names a vendor that fails and the age of its data; both vendors' products stay", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const sandbox = await startSandbox({});
  const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0", VENDOR_TIMEOUT_MS: "700" });
  try {
    await addTestUsers(desk, ["manager"]);
    const manager = await apiClient(desk, "manager");
    const [name = "", value = ""] = (await signedInCookie(desk.url, emailOf("manager"), passwordOf("manager"))).split(
      /=(.*)/s,
    );
    await context.addCookies([{ name, value, url: desk.url }]);
    for (const { fault, says } of troubles) {
      touchIbm(sandbox);
      sandbox.faults.set(fault);
      expect((await syncToEnd(manager, "ibm")).state).toBe("failed");
      await page.goto(`${desk.url}/catalog`);
      const notice = page.getByRole("main").getByText(says).first();
      await expect(notice).toBeVisible();
      await expect(page.getByText(/Its products stay as of \d+ \w+ \d{4}, \d\d:\d\d/)).toBeVisible();
      await expect(page.getByRole("checkbox", { name: /^IBM [1-9]/ })).toBeVisible();
      await expect(page.getByRole("checkbox", { name: /^Ingram Micro [1-9]/ })).toBeVisible();
      sandbox.faults.clear();
    }
    expect((await syncToEnd(manager, "ibm")).state).toBe("succeeded");
    await page.goto(`${desk.url}/catalog`);
    await expect(page.getByRole("checkbox", { name: /^IBM [1-9]/ })).toBeVisible();
    await expect(page.getByText(/Its products stay as of/)).toBeHidden();
  } finally {
    await desk.stop();
    await sandbox.close();
  }
});
