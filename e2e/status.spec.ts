import { apiClient } from "@/e2e/harness/api-client";
import { addTestUsers, startDesk, vendorVariables } from "@/e2e/harness/desk";
import { expect, signIn, test } from "@/e2e/fixtures";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

test("a manager tests a connection and decides about prices that jumped", async ({ page }) => {
  test.setTimeout(180_000);
  const sandbox = await startSandbox({ apiVersion: "1.15" });
  const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0" });
  try {
    await addTestUsers(desk, ["manager", "seller-no-cost"]);
    await signIn(page.request, desk, "manager");
    await page.goto(`${desk.url}/status`);
    const card = page.getByRole("region", { name: "Ingram Micro" });
    const connection = card.getByRole("button", { name: "Test the connection to Ingram Micro" });
    await connection.click();
    await expect(card.getByText("Ingram Micro answers and accepts our credentials.")).toBeVisible();
    sandbox.faults.set({ kind: "status", status: 401, vendor: "cloudblue", route: "token" });
    await connection.click();
    await expect(card.getByText(/refused the credentials \(401\)/).first()).toBeVisible();
    sandbox.faults.clear();

    const { list, size, setAmount } = sandbox.catalog.cloudblue;
    const mpns = new Set(list.slice(0, size()).map(({ mpn }) => mpn));
    for (const mpn of mpns) setAmount(mpn, { side: "prices", amount: "98765.43" });
    await card.getByRole("button", { name: "Sync Ingram Micro now" }).click();
    const held = card.getByText(
      /Ingram Micro changed prices by more than half, or dropped them, at \d+ of \d+ products/,
    );
    await expect(held).toBeVisible({ timeout: 40_000 });
    await expect(card.getByText(/showing the catalog of/)).toBeVisible();
    const blind = await apiClient(desk, "seller-no-cost");
    expect((await blind.send("/api/status")).text).not.toContain("more than half");

    await card.getByRole("button", { name: "Sync Ingram Micro now" }).click();
    await card.getByRole("link", { name: /^[1-9][\d,]* price up$/ }).click({ timeout: 40_000 });
    await expect(page).toHaveURL(/\/changes\?sync=.+&kind=price-up$/);
    await expect(page.getByRole("link", { name: /^Price up [1-9]/ })).toHaveAttribute("aria-current", "page");
    await page.getByRole("link", { name: /One sync only/ }).click();
    await expect(page).toHaveURL(/\/changes\?kind=price-up$/);
  } finally {
    await desk.stop();
    await sandbox.close();
  }
});
