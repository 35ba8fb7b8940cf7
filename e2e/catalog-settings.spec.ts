import type { Page } from "@playwright/test";
import { addLine, type ApiClient, apiClient, newCart } from "@/e2e/harness/api-client";
import { faultsOf, overflowOf, views } from "@/e2e/harness/axe";
import { expect, test } from "@/e2e/fixtures";
import type { CartDto } from "@/lib/contracts/cart";
import type { ProductList, ProductSummary } from "@/lib/contracts/catalog";

const paths = ["taxonomy", "synonyms", "requirements", "margin-bands"] as const;

/** What the house starts from, so that each test begins where the others did. */
const started = new Map<string, unknown>();

test.beforeEach(async ({ desk }) => {
  const admin = await apiClient(desk, "admin");
  for (const path of paths) {
    const address = `/api/settings/${path}`;
    if (!started.has(path)) started.set(path, (await admin.send(address)).body);
    const sending = { method: "PUT", body: started.get(path), headers: { "if-match": "*" } };
    expect((await admin.send(address, sending)).status).toBe(200);
  }
});

async function found(client: ApiClient, search: string): Promise<ProductList> {
  return (await client.send(`/api/products?${search}`)).body as ProductList;
}

async function openSettings(page: Page, name: string): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("an administrator gives a service its place, and the catalog's headings follow without a sync", async ({
  page,
  desk,
  signInAs,
}) => {
  const admin = await apiClient(desk, "admin");
  const before = await found(admin, "category=Security&service=DEMO_WORKS");
  expect(before.total).toBe(0);
  await signInAs("admin");
  await openSettings(page, "Taxonomy");
  await expect(page.getByRole("row").nth(1)).toContainText("Not mapped");
  await page.getByRole("button", { name: "Map DEMO_WORKS" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("No product moves.");
  await dialog.getByRole("checkbox", { name: "Security", exact: true }).click();
  await expect(dialog).toContainText(/\d+ products would stand elsewhere than now/);
  await dialog.getByRole("button", { name: "Use this mapping" }).click();
  await expect(page.getByText(/Not saved yet: \d+ products would stand elsewhere/)).toBeVisible();
  await page.getByRole("button", { name: "Save taxonomy" }).click();
  await expect(page.getByText(/Last changed by Test admin/)).toBeVisible();
  await expect.poll(async () => (await found(admin, "category=Security&service=DEMO_WORKS")).total).toBeGreaterThan(0);
  await page.goto("/catalog?service=DEMO_WORKS&category=Security");
  await expect(page.locator("[data-row-link]").first()).toBeVisible();
});

test("synonyms are tried before they are saved, refused when they say nothing, and searched by at once", async ({
  page,
  desk,
  signInAs,
}) => {
  await signInAs("admin");
  await openSettings(page, "Synonyms");
  await page.getByRole("searchbox", { name: "Search words" }).fill("scribblepad");
  await expect(page.getByText(/^0 products/)).toBeVisible();
  await page.getByRole("button", { name: "Add group" }).click();
  await page.keyboard.type("scribblepad");
  await page.getByRole("button", { name: "Save synonyms" }).click();
  await expect(page.getByText("a group needs two entries that differ")).toBeVisible();
  await page
    .getByRole("textbox", { name: /^Group/ })
    .last()
    .fill("scribblepad, storage");
  await expect(page.getByText(/with the saved groups/)).toBeVisible();
  await page.getByRole("button", { name: "Save synonyms" }).click();
  await expect(page.getByText(/Last changed by Test admin/)).toBeVisible();
  const seller = await apiClient(desk, "seller");
  await expect.poll(async () => (await found(seller, "q=scribblepad")).total).toBeGreaterThan(0);
  const csv = await seller.send("/api/settings/synonyms?format=csv");
  expect(csv.text).toContain("scribblepad,storage");
});

async function withSeveralNeeds(client: ApiClient): Promise<ProductSummary> {
  const { items } = await found(client, "needsOther=true&pageSize=200");
  const product = items.find(({ needs, service, orderable }) => needs.length > 1 && service !== null && orderable);
  if (!product) throw new Error("no product of the sandbox lists several requirements");
  return product;
}

test("one of the listed products is enough once the service says so: list, page and cart agree", async ({
  page,
  desk,
  signInAs,
}) => {
  const seller = await apiClient(desk, "seller");
  const product = await withSeveralNeeds(seller);
  const missing = ({ problems }: CartDto) => problems.filter(({ kind }) => kind === "missing-requirement").length;
  const cart = await addLine(seller, await newCart(seller, "Any of"), {
    vendor: product.vendor,
    key: product.key,
    quantity: product.minimum,
  });
  expect(missing(cart)).toBe(product.needs.length);

  await signInAs("admin");
  await openSettings(page, "Requirements");
  await page.getByLabel(`What products of ${product.service ?? ""} need`).selectOption("One of them");
  await expect(page.getByText(/1 service changed: \d+ products? read differently/)).toBeVisible();
  await page.getByRole("button", { name: "Save requirements" }).click();
  await expect(page.getByText(/Last changed by Test admin/)).toBeVisible();

  const cartNow = async () => (await seller.send(`/api/carts/${cart.id}`)).body as CartDto;
  await expect.poll(async () => missing(await cartNow())).toBe(1);
  await page.goto(`/products/${product.vendor}/${encodeURIComponent(product.key)}`);
  await expect(page.getByText("any one of").first()).toBeVisible();
});

test("margin bands that a manager moves are the words beside every margin", async ({ page, signInAs }) => {
  await signInAs("manager");
  await openSettings(page, "Margin bands");
  await page.getByLabel("Low below").fill("90");
  await page.getByRole("button", { name: "Save bands" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("must be above the bound of low");
  await page.getByLabel("High above").fill("95");
  await page.getByRole("button", { name: "Save bands" }).click();
  await expect(page.getByText(/Last changed by Test manager/)).toBeVisible();
  await page.goto("/catalog?q=office+365+e1&costKnown=true");
  await expect(page.locator("td").getByText("low", { exact: true }).first()).toBeVisible();
  await expect(page.locator("td").getByText("normal", { exact: true })).toHaveCount(0);
});

test("who saves over what somebody else saved is told, sees theirs, and loses nothing before choosing", async ({
  page,
  desk,
  signInAs,
  expectedConsole,
}) => {
  expectedConsole.push(/412/);
  await signInAs("manager");
  await openSettings(page, "Margin bands");
  const admin = await apiClient(desk, "admin");
  const theirs = { lowBelow: "7", highAbove: "20" };
  await admin.send("/api/settings/margin-bands", { method: "PUT", body: theirs, headers: { "if-match": "*" } });
  await page.getByLabel("Low below").fill("9");
  await page.getByRole("button", { name: "Save bands" }).click();
  await expect(page.getByText(/Test admin changed these settings/)).toBeVisible();
  await expect(page.getByLabel("Low below")).toHaveValue("9");
  await page.getByRole("button", { name: "Show theirs" }).click();
  await expect(page.getByLabel("Low below")).toHaveValue("7");
  await page.getByLabel("Low below").fill("9");
  await page.getByRole("button", { name: "Save bands" }).click();
  await expect.poll(async () => (await admin.send("/api/settings/margin-bands")).body.lowBelow).toBe("9");
});

test("settings are seen by those who may not change them, and every save names what it saw", async ({
  page,
  desk,
  signInAs,
}) => {
  const admin = await apiClient(desk, "admin");
  for (const path of paths) {
    const { body } = await admin.send(`/api/settings/${path}`);
    const bare = await admin.send(`/api/settings/${path}`, { method: "PUT", body });
    expect([path, bare.status]).toEqual([path, 428]);
    const stale = { method: "PUT", body, headers: { "if-match": '"999"' } };
    expect([path, (await admin.send(`/api/settings/${path}`, stale)).status]).toEqual([path, 412]);
  }
  expect(
    (await admin.send("/api/settings", { method: "PUT", body: (await admin.send("/api/settings")).body })).status,
  ).toBe(428);
  const blind = await apiClient(desk, "seller-no-cost");
  expect((await blind.send("/api/settings/margin-bands")).status).toBe(403);

  await signInAs("seller");
  for (const name of ["Taxonomy", "Synonyms", "Requirements", "Margin bands"]) {
    await openSettings(page, name);
    await expect(page.getByText(/can change these settings/)).toBeVisible();
    await expect(page.getByRole("button", { name: /^(Save|Map|Change|Add|Import)/ })).toHaveCount(0);
  }
});

test("no settings page has an accessibility fault that axe knows, light or dark, wide or narrow", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(120_000);
  await signInAs("admin");
  for (const view of views) {
    for (const path of ["", ...paths.map((name) => `/${name}`), "/company"]) {
      expect([path, view.width, await faultsOf(page, `/settings${path}`, view)]).toEqual([path, view.width, []]);
      expect([path, view.width, await overflowOf(page)]).toEqual([path, view.width, 0]);
    }
  }
});
