import { expect, test } from "@/e2e/fixtures";
import { addLine, apiClient, keyOf, newCart } from "@/e2e/harness/api-client";

const WORDS = "billed by use, 0.0184 USD per unit";
/** Of the unit's cost and margin; the seller sees both, and no paper does. */
const TRACES = /0[.,]0166|0[.,]0018|9[.,]8 ?%/;
const OUTSIDE = "2 lines are billed by use; what will be used is in no total.";

test("a product billed by use is priced per unit on its page, in the cart, the quote, its paper and its link", async ({
  page,
  desk,
  signInAs,
  browser,
}) => {
  const seller = await apiClient(desk, "seller");
  const blob = await keyOf(seller, "cloudblue", "DEMO-AZ-BLOB-HOT");
  let cart = await newCart(seller, "Storage");
  for (const partNumber of ["DEMO-AZ-PLAN", "DEMO-AZ-BLOB-HOT", "DEMO-AZ-SUPPORT-DEV"]) {
    const key = await keyOf(seller, "cloudblue", partNumber);
    cart = await addLine(seller, cart, { vendor: "cloudblue", key, quantity: "1" });
  }
  const customer = { name: "Fabrikam Demo", language: "de-DE" };
  const made = await seller.send("/api/quotes", { method: "POST", body: { cartId: cart.id, customer } });
  expect([made.status, made.body.lines.map((line: { total: unknown }) => line.total)]).toEqual([
    201,
    [null, null, { amount: "29.00", currency: "USD" }],
  ]);
  const { number } = made.body;

  await signInAs("seller");
  await page.goto(`/products/cloudblue/${encodeURIComponent(blob)}`);
  const money = page.getByRole("region", { name: "Price and order" });
  await expect(money).toContainText(WORDS);
  await expect(money).toContainText("9.8 %");
  await page.goto(`/carts/${cart.id}`);
  await expect(page.getByRole("listitem", { name: /Blob storage/ })).toContainText(WORDS);
  await expect(page.getByRole("complementary", { name: "Totals" })).toContainText(OUTSIDE);
  await page.goto(`/quotes/${number}`);
  await expect(page.getByRole("table", { name: "Charges billed by use" })).toContainText(WORDS);
  await expect(page.getByRole("region", { name: "Totals" })).toContainText(OUTSIDE);

  await seller.send(`/api/quotes/${number}/send`, { method: "POST", body: {} });
  await page.goto(`/quotes/${number}/v1/print?paper=a4`);
  await expect(page.getByRole("main")).toContainText("billed by use, 0,0184 USD per unit");
  await expect(page.getByRole("main")).toContainText(OUTSIDE);
  expect(await page.content()).not.toMatch(TRACES);
  const link = await seller.send(`/api/quotes/${number}/links`, { method: "POST", body: {} });
  const outside = await browser.newPage();
  await outside.goto(link.body.url);
  await expect(outside.getByRole("main")).toContainText("billed by use, 0,0184 USD per unit");
  expect(await outside.content()).not.toMatch(TRACES);
  expect(await outside.content()).not.toContain("margin");
  await outside.goto(`${link.body.url}/print?paper=a4`);
  await expect(outside.getByRole("main")).toContainText("billed by use, 0,0184 USD per unit");
  expect(await outside.content()).not.toMatch(TRACES);
  await outside.close();
});

test("the catalog, a comparison and an export show what a unit used comes to", async ({ page, desk, signInAs }) => {
  const seller = await apiClient(desk, "seller");
  const blob = await keyOf(seller, "cloudblue", "DEMO-AZ-BLOB-HOT");
  await signInAs("seller");
  await page.goto("/catalog?q=blob+storage&sort=price&columns=cost.price.yearly.margin");
  const row = page.getByRole("row").filter({ hasText: "DEMO-AZ-BLOB-HOT" });
  await expect(row.getByRole("cell").filter({ hasText: "0.0184" })).toHaveText(/^0\.0184\s*\/ unit\s*by use$/);
  await expect(row.getByRole("cell").filter({ hasText: "0.0166" })).toContainText("/ unit");
  await expect(row).toContainText("9.8 %");
  await expect(row.getByText("billed by use: what a year comes to is not known")).toHaveCount(1);
  await page.goto("/catalog?q=blob+storage&priceMax=1");
  await expect(page.getByText("DEMO-AZ-BLOB-HOT")).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/catalog?q=blob+storage");
  await expect(page.getByRole("row").filter({ hasText: "DEMO-AZ-BLOB-HOT" })).toContainText("/ unit");

  await page.goto(`/compare?item=${encodeURIComponent(`cloudblue/${blob}`)}`);
  await expect(page.getByRole("row", { name: /^Price / })).toContainText("USD 0.0184 / unit");
  const file = await page.request.get("/api/products/export?format=csv&q=blob+storage&columns=price");
  expect(await file.text()).toContain("0.0184,USD,unit used");
});
