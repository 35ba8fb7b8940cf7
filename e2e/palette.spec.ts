import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { apiClient, newCart } from "@/e2e/harness/api-client";
import { faultsNow, views } from "@/e2e/harness/axe";

const NUMBER = "91FD106F4B2C493895ACF54F74E9A239";
const search = (page: Page) => page.getByRole("combobox", { name: "Search products and part numbers" });
const palette = (page: Page) => page.getByRole("dialog", { name: "Command palette" });
const asked = (page: Page) => palette(page).getByRole("combobox", { name: "Go to, do or find" });
const suggestions = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });

test("a part number is opened from any page by keys alone, however it was copied", async ({ page, signInAs }) => {
  await signInAs("seller");
  for (const text of [` “${NUMBER}”,`, NUMBER.toLowerCase(), NUMBER.replace(/[0-9]/g, fullWidth)]) {
    await page.goto("/quotes");
    await page.keyboard.press("/");
    await expect(search(page)).toBeFocused();
    await search(page).fill(text);
    await expect(suggestions(page).getByRole("option").first()).toContainText("exact part number");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/products\/cloudblue\//);
  }
  await page.keyboard.press("ControlOrMeta+k");
  await asked(page).fill(NUMBER);
  await expect(palette(page).getByRole("option").first()).toContainText("exact part number");
  await page.keyboard.press("Escape");
});

test("the palette leads to the whole list, and tells that it could not search", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/status");
  await page.keyboard.press("ControlOrMeta+k");
  await asked(page).fill("enterprise");
  await palette(page).getByRole("option", { name: "Search the catalog for “enterprise”" }).click();
  await expect(page).toHaveURL(/\/catalog\?q=enterprise$/);
  await expect(search(page)).toHaveValue("enterprise");
});

test.describe("when the search does not answer", () => {
  test.use({ expectedConsole: [/500/] });
  test("the palette says so and asks again", async ({ page, signInAs }) => {
    await signInAs("seller");
    await page.goto("/status");
    await page.route("**/api/suggest?*", (route) => route.fulfill({ status: 500, json: { title: "Out of order" } }));
    await page.keyboard.press("ControlOrMeta+k");
    await asked(page).fill("office");
    const failed = palette(page).getByRole("alert");
    await expect(failed).toContainText("Products and quotes could not be searched", { timeout: 30_000 });
    await page.unroute("**/api/suggest?*");
    await failed.getByRole("button", { name: "Try again" }).click();
    await expect(
      palette(page)
        .getByRole("option", { name: /Office 365/ })
        .first(),
    ).toBeVisible();
    await expect(failed).toHaveCount(0);
  });
});

test("single-letter keys are switched off in the settings too", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/settings");
  await page.getByRole("main").getByRole("checkbox", { name: "Use single-letter keys" }).uncheck();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  await expect(search(page)).not.toBeFocused();
  await page.getByRole("button", { name: "Show the keys" }).click();
  const keys = page.getByRole("dialog", { name: "Keys" });
  expect(await faultsNow(page, "dialog[open]")).toEqual([]);
  await keys.getByRole("checkbox", { name: "Use single-letter keys" }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("main").getByRole("checkbox", { name: "Use single-letter keys" })).toBeChecked();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
});

test("the head of every page names the active cart in one row, whatever the width", async ({
  page,
  signInAs,
  desk,
}) => {
  const cart = await newCart(await apiClient(desk, "seller"), "Harbour");
  await signInAs("seller");
  await page.goto("/help");
  await page.evaluate((id) => localStorage.setItem("active-cart", id), cart.id);
  await page.reload();
  const name = page.getByRole("banner").getByText("Harbour", { exact: true }).first();
  for (const width of [360, 390, 768, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(async () => (await name.boundingBox())?.width ?? 0, `${width}`).toBeGreaterThan(24);
    const rows = width < 768 ? 2 : 1;
    expect((await page.getByRole("banner").boundingBox())?.height ?? 0).toBeLessThan(rows * 56);
  }
});

test("what opens over a page has no accessibility fault that axe knows", async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  await signInAs("seller");
  for (const { width } of views) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/help");
    await search(page).pressSequentially("office");
    await expect(suggestions(page).getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    expect([width, await faultsNow(page, "search")]).toEqual([width, []]);
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette(page).getByRole("option").first()).toBeVisible();
    expect([width, await faultsNow(page, "dialog[open]")]).toEqual([width, []]);
    await asked(page).fill("office");
    await expect(
      palette(page)
        .getByRole("option", { name: /Office 365/ })
        .first(),
    ).toBeVisible();
    expect([width, await faultsNow(page, "dialog[open]")]).toEqual([width, []]);
    await page.keyboard.press("Escape");
  }
});

function fullWidth(digit: string): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0);
}
