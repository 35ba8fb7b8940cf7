import type { Page } from "@playwright/test";
import { expect, signIn, test } from "@/e2e/fixtures";

const links = (page: Page) => page.getByRole("table").locator("[data-row-link]");
const namesOf = (page: Page) => links(page).allTextContents();
const total = (page: Page) => page.getByRole("heading", { level: 1 });
const bar = (page: Page) => page.getByRole("region", { name: "Selected products" });
const search = (page: Page) => page.getByRole("combobox", { name: "Search products and part numbers" });

const facetBox = (page: Page, facet: string, value: RegExp) =>
  page.getByRole("group", { name: facet, exact: true }).getByRole("checkbox", { name: value });

/** The rows have arrived and belong to what is asked for. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("table")).not.toHaveAttribute("aria-busy", "true");
}

test("ticks, Back, reload and a pasted link give the same rows", async ({ page, signInAs, desk, browser }) => {
  await signInAs("seller");
  await page.goto("/catalog");
  await expect(total(page)).toHaveText(/of [\d,]+ products/);
  const all = await total(page).textContent();

  const security = facetBox(page, "Category", /^Security/);
  await security.click();
  await expect(page).toHaveURL(/category=Security/);
  await expect(total(page)).not.toHaveText(all ?? "");
  const narrowed = await total(page).textContent();
  await facetBox(page, "Billing", /^Monthly/).click();
  await expect(page).toHaveURL(/billing=P1M/);
  await expect(page.getByRole("link", { name: "Remove Billing: Monthly" })).toBeVisible();
  await settled(page);

  await page.goBack();
  await expect(page).not.toHaveURL(/billing=/);
  await expect(security).toBeChecked();
  await expect(total(page)).toHaveText(narrowed ?? "");
  await settled(page);
  const names = await namesOf(page);

  await page.reload();
  await expect(links(page)).toHaveText(names);
  const other = await browser.newContext({ baseURL: desk.url });
  const colleague = await other.newPage();
  await signIn(colleague.request, desk, "manager");
  await colleague.goto(page.url());
  await expect(links(colleague)).toHaveText(names);
  await other.close();

  await page.getByRole("link", { name: "Remove Category: Security" }).click();
  await expect(total(page)).toHaveText(all ?? "");
  await expect(total(page)).toBeFocused();
});

test("Back from a product restores the rows and how far one had scrolled", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog");
  await page.getByRole("link", { name: /^Load 50 more \([\d,]+ left\)$/ }).click();
  await expect(links(page)).toHaveCount(100);
  await expect(page).toHaveURL(/rows=100/);
  const far = links(page).nth(80);
  await far.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await far.click();
  await expect(page).toHaveURL(/\/products\//);
  await page.goBack();
  await expect(links(page)).toHaveCount(100);
  await expect(far).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(60);
});

test("what the address does not know is named, and the rest still works", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog?vendor=nobody&sort=cheap&columns=vendor.price.horoscope&q=office");
  await expect(page.getByText("Part of this address is not known here and was left out")).toBeVisible();
  for (const value of ["nobody", "cheap", "horoscope"]) await expect(page.getByText(`“${value}”`)).toBeVisible();
  await expect(links(page).first()).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Vendor" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Service", exact: true })).toHaveCount(0);
});

test("filters work as a plain form where scripts are off", async ({ page, signInAs, browser, desk }) => {
  await signInAs("seller");
  const plain = await browser.newContext({
    baseURL: desk.url,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const bare = await plain.newPage();
  await bare.goto("/catalog?q=office&sort=price");
  await facetBox(bare, "Billing", /^Monthly/).check();
  await bare.getByRole("button", { name: "Apply" }).click();
  await expect(bare).toHaveURL(/billing=P1M/);
  await expect(bare).toHaveURL(/q=office/);
  await expect(bare).toHaveURL(/sort=price/);
  await expect(facetBox(bare, "Billing", /^Monthly/)).toBeChecked();
  await expect(links(bare).first()).toBeVisible();
  await plain.close();
});

test("rows are selected, kept through sorting, widened to all and cleared", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog?q=office");
  const boxes = page.getByRole("checkbox", { name: /^Select (?!all rows)/ });
  await boxes.nth(0).click();
  await expect(bar(page)).toContainText("1 selected");
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  await expect(bar(page)).toContainText("5 selected");
  await expect(bar(page).getByRole("button", { name: "Compare" })).toBeDisabled();

  const price = page.getByRole("columnheader", { name: /^Price/ });
  await price.getByRole("link").click();
  await expect(price).toHaveAttribute("aria-sort", "ascending");
  await settled(page);
  await expect(bar(page)).toContainText("5 selected");
  await price.getByRole("link").click();
  await expect(price).toHaveAttribute("aria-sort", "descending");
  await price.getByRole("link").click();
  await expect(price).toHaveAttribute("aria-sort", "none");
  await settled(page);

  await page.getByRole("checkbox", { name: "Select all rows shown" }).click();
  await expect(bar(page)).toContainText("50 selected");
  const widen = bar(page).getByRole("button", { name: /^Select all [\d,]+ matching$/ });
  const count = /[\d,]+/.exec((await widen.textContent()) ?? "")?.[0];
  await widen.click();
  await expect(bar(page)).toContainText(`${count} selected`);

  await facetBox(page, "Billing", /^Monthly/).click();
  await expect(page.getByText(/no longer selected/).first()).toBeVisible();
  await page.getByRole("button", { name: "Select them again" }).click();
  await expect(bar(page)).toContainText(`${count} selected`);
  await bar(page).getByRole("button", { name: "Clear" }).click();
  await expect(bar(page)).toHaveCount(0);
});

test("columns are chosen, moved and remembered for this person, and go along in the address", async ({
  page,
  signInAs,
}) => {
  await signInAs("seller");
  await page.goto("/catalog");
  const heads = page.getByRole("columnheader");
  const menu = page.locator("summary", { hasText: "Columns" });
  await menu.click();
  const chooser = page.getByRole("group", { name: /^Columns after Product/ });
  await expect(chooser.getByRole("checkbox", { name: "Price", exact: true })).toBeDisabled();
  await chooser.getByRole("checkbox", { name: "Vendor", exact: true }).click();
  await chooser.getByRole("checkbox", { name: "Markup", exact: true }).click();
  await chooser.getByRole("button", { name: "Move Markup left" }).click();
  await expect(chooser.getByRole("button", { name: "Move Markup left" })).toBeFocused();
  await page.locator("label", { hasText: "compact" }).click();
  await page.keyboard.press("Escape");
  const chosen = ["Service", "Billing", "Commitment", "Cost", "Price", "Markup", "Margin"];
  const shown = async () =>
    (await heads.allTextContents()).map((text) => text.split(" ")[0] ?? "").filter((text) => text !== "");
  await expect.poll(shown).toEqual(["Product", ...chosen, "Add"]);
  await expect(page).toHaveURL(/columns=service\.billing\.commitment\.cost\.price\.markup\.margin/);

  await page.goto("/catalog");
  await expect.poll(shown).toEqual(["Product", ...chosen, "Add"]);
  await expect(page.getByRole("table")).toHaveAttribute("data-density", "compact");
  // Left first: whatever it still asks for would be asked by nobody.
  await page.goto("about:blank");
  await signInAs("manager");
  await page.goto("/catalog");
  await expect(page.getByRole("columnheader", { name: "Vendor" })).toBeVisible();
});

test("the list is worked by keys alone; they can be switched off", async ({ page, signInAs, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("seller");
  await page.goto("/catalog?q=office");
  await expect(page.getByText(/\/ mo$/).first()).toBeVisible();
  await page.keyboard.press("j");
  await expect(links(page).nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(links(page).nth(0)).toBeFocused();
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("1 selected");
  await page.keyboard.press("c");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(await page.locator("[data-row] .part-number").first().textContent());

  await page.evaluate(() => navigator.clipboard.writeText("untouched"));
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/catalog$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("untouched");
  await page.goBack();
  await expect(page).toHaveURL(/q=office/);

  await links(page).nth(0).focus();
  const name = (await links(page).nth(0).textContent()) ?? "";
  await page.keyboard.press("Space");
  const panel = page.getByRole("region", { name: `Preview of ${name}` });
  await expect(panel).toContainText("Needs");
  await expect(page).toHaveURL(/preview=/);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(links(page).nth(0)).toBeFocused();
  await expect(page).not.toHaveURL(/preview=/);

  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.press("j");
  await expect(search(page)).toHaveValue("j");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveValue("");
  await links(page).nth(0).focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).getByRole("checkbox", { name: "Use single-letter keys" }).click();
  await page.keyboard.press("Escape");
  await links(page).nth(0).focus();
  await page.keyboard.press("j");
  await expect(links(page).nth(0)).toBeFocused();
});

test("focus is never hidden under the head, the product column or Add", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog?columns=vendor.service.category.topics.serviceType.cost.price.margin.markup.updated");
  await links(page).nth(0).focus();
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      const box = focused?.closest("[data-row]") ? focused.getBoundingClientRect() : null;
      if (!focused || !box || box.width === 0) return null;
      const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const label = focused.closest("label") ?? focused;
      return seen && (label.contains(seen) || seen.contains(focused)) ? null : focused.outerHTML.slice(0, 120);
    });
    expect(hidden).toBeNull();
  }
});

test("a pasted part number leads to its price in two acts; nothing found leads on", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/");
  const number = "91FD106F4B2C493895ACF54F74E9A239";
  await search(page).fill(` "${number}",`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/products\/cloudblue\//);
  await expect(page.getByRole("region", { name: "Price and order" })).toContainText("19.80");

  await page.goto("/catalog?category=Security&q=extra+file+storage");
  await expect(page.getByRole("heading", { name: "No product matches" })).toBeVisible();
  await expect(page.getByText("extra file storage").first()).toBeVisible();
  await page.getByRole("link", { name: /^Remove Category: Security and see 1 product$/ }).click();
  await expect(links(page)).toHaveText(["Office 365 Extra File Storage"]);
});

test("suggestions and the palette are led by the arrow keys", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog");
  await search(page).pressSequentially("office 365 enterprise");
  const list = page.getByRole("listbox", { name: "Suggestions" });
  await expect(list.getByRole("option").first()).toBeVisible();
  expect(await list.getByRole("option").count()).toBeLessThanOrEqual(8);
  await expect(list.locator("b").first()).toHaveText(/office|365/i);
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/products\//);
  const heading = page.getByRole("heading", { level: 1, name: /365/ });
  await expect(heading).toBeVisible();
  const name = (await heading.textContent()) ?? "";
  // A glance is not remembered: the page has to be looked at for a moment.
  await page.waitForFunction((title) => Object.values(localStorage).some((kept) => `${kept}`.includes(title)), name);

  await page.getByRole("button", { name: "Command palette" }).click();
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("status");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/status$/);
  await expect(page.getByRole("heading", { level: 1, name: "Status" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("option", { name }).first()).toBeVisible();
});

test("the focus goes on in the list when what had it goes away", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog?category=Productivity&billing=P1M");
  await page.getByRole("link", { name: /^Load 50 more/ }).focus();
  await page.keyboard.press("Enter");
  await expect(links(page)).toHaveCount(100);
  await expect(links(page).nth(50)).toBeFocused();
  await expect(page.getByText(/^100 of [\d,]+ products shown$/)).toBeAttached();
  await page.getByRole("link", { name: "Clear all" }).focus();
  await page.keyboard.press("Enter");
  await expect(total(page)).toBeFocused();

  await page
    .getByRole("checkbox", { name: /^Select (?!all rows)/ })
    .first()
    .click();
  await bar(page).getByRole("button", { name: "Clear" }).click();
  await expect(total(page)).toBeFocused();
  await page.goto("/catalog?category=Security&q=extra+file+storage");
  await page
    .getByRole("link", { name: /^Remove Category: Security/ })
    .last()
    .click();
  await expect(total(page)).toBeFocused();
});

test("products added before the first cart is there go into one cart, and a pressed Add keeps the focus", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager");
  let begun = 0;
  let isBegun = false;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/carts", async (route) => {
    if (route.request().method() === "POST") {
      begun += 1;
      await held;
      const response = await route.fetch();
      isBegun = true;
      return route.fulfill({ response });
    }
    return isBegun ? route.continue() : route.fulfill({ json: { items: [], total: 0 } });
  });
  await page.goto("/catalog?q=office+365");
  const rows = page.getByRole("row").filter({ has: page.locator("[data-row-link]") });
  const scrolled = await page.evaluate(() => scrollY);
  await rows.nth(0).getByRole("button", { name: /^Add / }).click();
  const waiting = rows.nth(0).getByRole("button", { name: /^In cart: 1, / });
  await expect(waiting).toBeFocused();
  await rows.nth(1).getByRole("button", { name: /^Add / }).click();
  release();
  for (const index of [0, 1]) await expect(rows.nth(index).getByRole("textbox", { name: /^In cart: / })).toBeVisible();
  expect(begun).toBe(1);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect(rows.nth(1).getByRole("button", { name: /^One more: / })).toBeFocused();
});

test.describe("while carts are out of order", () => {
  test.use({ expectedConsole: [/503/] });
  test("of several products added at once each says for itself that it was refused", async ({ page, signInAs }) => {
    await signInAs("manager");
    await page.goto("/catalog?q=office+365");
    const rows = page.getByRole("row").filter({ has: page.locator("[data-row-link]") });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/api/carts/*/lines", async (route) => {
      await held;
      return route.fulfill({ status: 503, json: { title: "Out of order", status: 503, code: "unavailable" } });
    });
    for (const index of [2, 3]) await rows.nth(index).getByRole("button", { name: /^Add / }).click();
    release();
    for (const index of [2, 3]) await expect(rows.nth(index).getByText("Try again")).toBeVisible();
  });
});

test("on a phone the rows are cards, the filters a sheet, and nothing scrolls sideways", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signInAs("seller");
  await page.goto("/catalog?q=office");
  await expect(links(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole("button", { name: /^Filters/ }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet.getByRole("checkbox", { name: /^Monthly/ }).click();
  await sheet.getByRole("button", { name: /^Show [\d,]+ products$/ }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("link", { name: "Remove Billing: Monthly" })).toBeVisible();
});
