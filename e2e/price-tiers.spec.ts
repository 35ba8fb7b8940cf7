import { expect, signIn, test } from "@/e2e/fixtures";
import { apiClient, type ApiClient } from "@/e2e/harness/api-client";
import { addTestUsers, startDesk, vendorVariables } from "@/e2e/harness/desk";
import type { ProductList } from "@/lib/contracts/catalog";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

/** Its price falls at 250 and at 1,000 units, for all units; the vendor tells so from version 1.15 on. */
const TIERED = "DEMO-AVP-CB-M365~P1Y~P1Y";

test("with tiers every figure follows the quantity, a larger one that costs less is offered, and the customer sees them", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const sandbox = await startSandbox({ apiVersion: "1.15" });
  const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0" });
  const customer = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    await addTestUsers(desk, ["seller"]);
    await signIn(page.request, desk, "seller");
    await page.goto(`${desk.url}/products/cloudblue/${encodeURIComponent(TIERED)}`);
    const order = page.getByRole("region", { name: "Price and order" });
    await expect(order).toContainText(/Commitment\s*1 year/);
    const prices = page.getByRole("region", { name: "All prices" });
    await expect(prices.getByText(/^Volume tiers: /)).toHaveCount(1);

    await test.step("more units that cost less are taken only when asked for", async () => {
      const quantity = order.getByRole("textbox");
      await quantity.fill("249");
      await quantity.press("Enter");
      await expect(order).toContainText("11,653.20");
      await expect(order).toContainText("33.3 %");
      await order.getByRole("button", { name: "Take 250" }).click();
      await expect(quantity).toHaveValue("250");
      await expect(order).toContainText("10,500.00");
      await expect(order).toContainText("28.20");
      await expect(order).toContainText("32.9 %");
      await expect(order.getByRole("button", { name: /^Take / })).toBeHidden();
    });

    const seller = await apiClient(desk, "seller");
    const theirs = await customer.newPage();
    await test.step("a customer's phone shows our tiers and no byte of a cost", async () => {
      await theirs.goto(await linkTo(seller, "cloudblue", TIERED));
      const tiers = theirs.getByRole("table", { name: "Prices by quantity" });
      await expect(tiers.getByRole("row")).toHaveText(["FromUSD each", "146.80", "25042.00", "1,00037.20"]);
      expect(await theirs.content()).not.toMatch(/31\.20|28\.20|24\.60/);
      expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });

    await test.step("without an amount there is a word", async () => {
      const { items } = (await seller.send("/api/products?vendor=ibm&pageSize=200")).body as ProductList;
      const asked = items.find(({ notOrderable }) => notOrderable === "noPrice");
      await theirs.goto(await linkTo(seller, "ibm", asked?.key ?? ""));
      await expect(theirs.getByText("Price on request").first()).toBeVisible();
    });
  } finally {
    await customer.close();
    await desk.stop();
    await sandbox.close();
  }
});

async function linkTo(seller: ApiClient, vendor: string, key: string): Promise<string> {
  const path = `/api/products/${vendor}/${encodeURIComponent(key)}/links`;
  return (await seller.send(path, { method: "POST", body: {} })).body.url;
}
