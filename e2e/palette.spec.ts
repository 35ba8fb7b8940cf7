import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
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
  await keys.getByRole("checkbox", { name: "Use single-letter keys" }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("main").getByRole("checkbox", { name: "Use single-letter keys" })).toBeChecked();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
});

test("what opens over a page has no accessibility fault that axe knows", async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  await signInAs("seller");
  for (const { width } of views) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/catalog");
    await search(page).pressSequentially("office");
    await expect(suggestions(page).getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    expect([width, "suggestions", await faultsNow(page)]).toEqual([width, "suggestions", []]);
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette(page).getByRole("option").first()).toBeVisible();
    expect([width, "palette", await faultsNow(page)]).toEqual([width, "palette", []]);
    await asked(page).fill("office");
    await expect(
      palette(page)
        .getByRole("option", { name: /Office 365/ })
        .first(),
    ).toBeVisible();
    expect([width, "found", await faultsNow(page)]).toEqual([width, "found", []]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Your account/ }).click();
    expect([width, "account", await faultsNow(page)]).toEqual([width, "account", []]);
    await page.getByRole("button", { name: "Keys", exact: true }).click();
    expect([width, "keys", await faultsNow(page)]).toEqual([width, "keys", []]);
  }
});

function fullWidth(digit: string): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0);
}
