import { expect, test } from "@/e2e/fixtures";
import type { ProductList } from "@/lib/contracts/catalog";
import type { ProductDto } from "@/lib/contracts/product";

test("a seller ticks products, compares them, keeps the differences and prints one page", async ({
  page,
  signInAs,
}) => {
  await signInAs("seller");
  await page.goto("/catalog?q=office+365");
  const table = page.getByRole("table");
  const names: string[] = [];
  for (const index of [0, 1, 2]) {
    const row = table.locator("[data-row]").nth(index);
    names.push((await row.locator("[data-row-link]").textContent()) ?? "");
    await row.getByRole("checkbox").check();
  }
  const bar = page.getByRole("region", { name: "Selected products" });
  await expect(bar).toContainText("3 selected");
  await bar.getByRole("link", { name: "Compare" }).click();

  await expect(page).toHaveURL(/\/compare\?item=/);
  await expect(page.getByRole("heading", { level: 1, name: "Compare" })).toBeVisible();
  for (const name of names) await expect(table.getByRole("link", { name, exact: true }).first()).toBeVisible();
  await expect(table.getByRole("rowheader", { name: "Service type" })).toBeVisible();

  await test.step("differences only leaves out what is the same, and the address says so", async () => {
    await page.getByRole("link", { name: "Differences only" }).click();
    await expect(page).toHaveURL(/show=differences/);
    await expect(table.getByRole("rowheader", { name: "Service type" })).toBeHidden();
    await page.reload();
    await expect(page.getByRole("link", { name: "Show everything" })).toBeVisible();
  });

  await test.step("it prints on one page", async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  await test.step("one is removed, another added to the cart", async () => {
    await page
      .getByRole("link", { name: `Remove ${names[0]} from the comparison` })
      .first()
      .click();
    await expect(table.getByRole("columnheader")).toHaveCount(2);
    await table.getByRole("button", { name: /^Add / }).first().click();
    await expect(table.getByRole("link", { name: "Open cart" }).first()).toBeVisible();
  });
});

test("what the address does not know is named and left out", async ({ page, signInAs }) => {
  await signInAs("seller");
  const list = (await (await page.request.get("/api/products?pageSize=5")).json()) as ProductList;
  const items = list.items.map(({ vendor, key }) => `item=${vendor}/${encodeURIComponent(key)}`);
  await page.goto(`/compare?item=nonsense&item=ibm/NO-SUCH&${items.join("&")}`);
  await expect(page.getByText("“nonsense”")).toBeVisible();
  await expect(page.getByText("At most 4 products stand side by side")).toBeVisible();
  await page.goto(`/compare?item=ibm/NO-SUCH&${items[0]}`);
  await expect(page.getByText("“NO-SUCH”")).toBeVisible();
  await expect(page.getByRole("table").getByRole("columnheader")).toHaveCount(1);
});

test("a product and the plan it shows anyway are one column; a loss is called one", async ({ page, signInAs }) => {
  await signInAs("seller");
  const list = (await (await page.request.get("/api/products?vendor=ibm&q=watson+analytics")).json()) as ProductList;
  const key = list.items[0]?.key ?? "";
  const product = (await (await page.request.get(`/api/products/ibm/${key}`)).json()) as ProductDto;
  const shown = product.plans.find(({ orderable }) => orderable)?.key ?? "";
  const another = product.plans.find((plan) => plan.key !== shown)?.key ?? "";
  const item = (plan?: string) => `item=ibm/${key}${plan ? `/${encodeURIComponent(plan)}` : ""}`;
  await page.goto(`/compare?${item()}&${item(shown)}&${item(another)}&item=cloudblue/DEMO-DW-LOSSLEADER`);
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveCount(3);
  await expect(table.getByRole("row", { name: /^Margin/ })).toContainText("−21.2 % of price, loss");
  await expect(table.getByRole("row", { name: /^Price / }).first()).toContainText("Starting at, per user");
});

test("who may not see cost compares without it", async ({ page, signInAs }) => {
  await signInAs("seller-no-cost");
  const list = (await (await page.request.get("/api/products?q=office+365&pageSize=2")).json()) as ProductList;
  const items = list.items.map(({ vendor, key }) => `item=${vendor}/${encodeURIComponent(key)}`);
  await page.goto(`/compare?${items.join("&")}`);
  await expect(page.getByRole("rowheader", { name: "Price", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^(Cost|Margin)$/ })).toHaveCount(0);
  expect(await page.content()).not.toMatch(/"cost"|"margin"|17\.50/);
});
