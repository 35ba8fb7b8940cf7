import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { apiClient, syncToEnd } from "@/e2e/harness/api-client";

/** Needs two others, one of which needs the other: a chain worth a picture. */
const CHAINED = "DEMO-ACR-ADVDLP-WS";

const main = (page: Page) => page.getByRole("main");

/** The age of the prices is told once the page's own code runs. */
async function openProduct(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(
    main(page)
      .getByText(/ \((just now|.+ ago)\)$/)
      .first(),
  ).toBeVisible();
}

test("a seller shares a product; the customer sees its price and no cost until the link is withdrawn", async ({
  page,
  browser,
  signInAs,
}) => {
  await signInAs("seller");
  await openProduct(page, `/p/${CHAINED}`);
  await expect(page).toHaveURL(new RegExp(`/products/cloudblue/${CHAINED}$`));
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.getByRole("button", { name: "Share with a customer" }).click();
  const dialog = page.getByRole("dialog", { name: `Share ${name}` });
  await expect(dialog.getByText("No link opens this product now.")).toBeVisible();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const address = await dialog.getByLabel("Address of the new link").inputValue();
  expect(new URL(address).pathname).toMatch(/^\/share\/product\/[\w-]{43}$/);
  await expect(dialog.getByRole("listitem").filter({ hasText: "not seen yet" })).toBeVisible();

  const customer = await browser.newContext();
  const theirs = await customer.newPage();
  try {
    const opened = await theirs.goto(address);
    expect(opened?.status()).toBe(200);
    expect(opened?.headers()["referrer-policy"]).toBe("no-referrer");
    expect(opened?.headers()["x-robots-tag"]).toContain("noindex");
    await expect(theirs.getByRole("heading", { level: 1, name })).toBeVisible();
    const source = await theirs.content();
    expect(source).not.toMatch(/cost|margin|markup|127\.0\.0\.1|cloudblue/i);
    const preview = theirs.locator('meta[property="og:description"]');
    await expect(preview).toHaveAttribute("content", /USD \d+\.\d\d per month/);

    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await expect(dialog.getByText("No link opens this product now.")).toBeVisible();
    const closed = await theirs.goto(address);
    expect(closed?.status()).toBe(404);
    await expect(theirs.getByRole("heading", { name: "This link does not open a product" })).toBeVisible();
  } finally {
    await customer.close();
  }
});

test("a chain of requirements is drawn, and its boxes lead on", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto(`/products/cloudblue/${CHAINED}`);
  const picture = main(page).getByRole("figure");
  await expect(picture.getByText("this product")).toBeVisible();
  await expect(picture.getByRole("link")).toHaveCount(2);
  await picture.getByRole("link", { name: /Advanced Security, workstation/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Acronis Advanced Security, workstation" })).toBeVisible();
  await expect(main(page).getByRole("figure").getByRole("link")).toHaveCount(2);
});

test("a circle and a product that nobody offers are shown as such", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/products/cloudblue/DEMO-DW-CYCLE-A");
  await expect(main(page).getByRole("figure").getByText("these need each other")).toBeVisible();
  await page.goto("/products/cloudblue/DEMO-DW-DANGLING");
  await expect(main(page).getByText("not in your catalog")).toBeVisible();
});

test("the vendor is asked about one product, and what changed reaches the page and its history", async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs("seller");
  await openProduct(page, "/products/cloudblue/DEMO-ACR-STORAGE");
  const history = main(page).getByRole("region", { name: "Price history" });
  await expect(history.getByText("No amount of this product has changed")).toBeVisible();
  sandbox.catalog.cloudblue.setAmount("DEMO-ACR-STORAGE", { side: "prices", amount: "77.31", currency: "USD" });
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(history.getByText("77.31 USD").first()).toBeVisible({ timeout: 20_000 });
  await expect(main(page).getByRole("region", { name: "Price and order" }).getByText("77.31").first()).toBeVisible();
});

test("a adds the product to the cart, c copies its part number, and neither does so while one types", async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("seller");
  await openProduct(page, `/products/cloudblue/${CHAINED}`);
  const order = page.getByRole("region", { name: "Price and order" });
  await expect(order.getByRole("button", { name: "Add to cart" })).toBeEnabled();
  await page.keyboard.press("c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(CHAINED);
  await order.getByRole("textbox").focus();
  await page.keyboard.press("a");
  await expect(order.getByText(/^In “/)).toBeHidden();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("a");
  await expect(order.getByText(/^In “/)).toBeVisible();
});

test("the vendor's pictures come from our own address", async ({ page, signInAs }) => {
  await signInAs("seller");
  const { items } = (await (await page.request.get("/api/products?vendor=ibm&q=aspera")).json()) as {
    items: { key: string }[];
  };
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`/products/ibm/${items[0]?.key}`);
  const pictures = main(page).getByRole("region", { name: "Pictures" }).getByRole("img");
  await pictures.first().scrollIntoViewIfNeeded();
  await expect
    .poll(() => pictures.first().evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const hosts = new Set(asked.map((url) => new URL(url).host));
  expect([...hosts]).toEqual([new URL(page.url()).host]);
  const answer = await page.request.get((await pictures.first().getAttribute("src")) ?? "");
  expect(answer.headers()["content-security-policy"]).toMatch(/default-src 'none'.*sandbox/);
  expect(answer.headers()["content-type"]).toBe("image/png");
});

test("prices of three days ago are called stale where they stand", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.clock.setFixedTime(Date.now() + 80 * 3_600_000);
  await page.goto(`/products/cloudblue/${CHAINED}`);
  await expect(main(page).getByText("stale", { exact: true })).toBeVisible();
  await page.goto(`/compare?item=cloudblue/${CHAINED}`);
  await expect(main(page).getByText("stale", { exact: true })).toBeVisible();
});

test("names that never end, products without a plan and long chains keep to a phone's width", async ({
  page,
  desk,
  sandbox,
  signInAs,
}) => {
  const { cloudblue, ibm } = sandbox.catalog;
  const [model] = cloudblue.find(CHAINED);
  const [, other] = [ibm.list.byNumber(0), ibm.list.byNumber(1)];
  if (!model || !other) throw new Error("the sandbox has no products to begin from");
  const serviceName = "A_SERVICE_WITH_A_NAME_THAT_NEVER_BREAKS_ANYWHERE_AT_ALL_WHATEVER_ONE_DOES";
  const mpnOf = (step: number) => `ODD-CHAIN-${step}`;
  for (let step = 0; step < 12; step += 1) {
    const dependsOn = step === 0 ? [] : [mpnOf(step - 1)];
    cloudblue.add({ ...model, id: mpnOf(step), mpn: mpnOf(step), name: `Odd step ${step}`, serviceName, dependsOn });
  }
  const bare = "00000000odd0without0any0plan0000";
  ibm.add({ ...other, id: bare, productKey: bare, slug: bare, name: "Odd product without plans", plans: [] });
  const manager = await apiClient(desk, "manager");
  const readIn = async () => {
    for (const vendor of ["cloudblue", "ibm"]) expect((await syncToEnd(manager, vendor)).state).toBe("succeeded");
  };
  await readIn();

  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs("seller");
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.goto(`/products/cloudblue/${mpnOf(11)}`);
  const picture = main(page).getByRole("figure");
  await picture.scrollIntoViewIfNeeded();
  await expect(picture.getByText("this product")).toBeInViewport();
  await expect(picture.getByRole("link", { name: "1 or more products" })).toHaveAttribute(
    "href",
    `/products/cloudblue/${mpnOf(5)}#requirements`,
  );
  expect(await width()).toBe(390);
  await page.goto(`/products/ibm/${bare}`);
  await expect(main(page).getByText("The vendor lists no plan of this product, so it has no price.")).toBeVisible();
  expect(await width()).toBe(390);

  for (let step = 0; step < 12; step += 1) cloudblue.withdraw(mpnOf(step));
  ibm.withdraw(bare);
  await readIn();
});

test("a link to a plan or a currency that is not there says so instead of passing another off as it", async ({
  page,
  signInAs,
}) => {
  await signInAs("seller");
  const note = main(page).getByText("Part of this link was left out");
  await page.goto(`/products/cloudblue/${CHAINED}?plan=gone&currency=CHF`);
  await expect(note).toBeVisible();
  await expect(main(page).getByText(/^The plan it names is not offered any more/)).toBeVisible();
  await expect(main(page).getByText("There is no price in CHF; this is USD.")).toBeVisible();
  await page.goto(`/products/cloudblue/${CHAINED}?currency=EUR`);
  await expect(page.getByRole("region", { name: "Price and order" })).toContainText("EUR per month");
  await expect(note).toBeHidden();
});

test.describe("addresses that lead nowhere", () => {
  test.use({ expectedConsole: [/404/] });

  test("a part number that several share is a choice; an unknown product leads to similar ones", async ({
    page,
    signInAs,
  }) => {
    await signInAs("seller");
    await page.goto("/p/DEMO-MS-TEAMS-DIALOUT");
    await expect(page.getByRole("heading", { level: 1, name: /products with the part number/ })).toBeVisible();
    await main(page).getByRole("listitem").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/products\/cloudblue\/DEMO-MS-TEAMS-DIALOUT/);
    const unknown = await page.goto("/products/cloudblue/Acronis-Storage-Unheard-Of");
    expect(unknown?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "This product is not in your catalog" })).toBeVisible();
  });
});
