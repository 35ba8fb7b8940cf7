import type { Page } from "@playwright/test";
import { expect, signIn, test } from "@/e2e/fixtures";
import { apiClient } from "@/e2e/harness/api-client";
import { faultsNow } from "@/e2e/harness/axe";
import type { Desk } from "@/e2e/harness/desk";

const tabs = (page: Page) => page.getByRole("navigation", { name: "Saved views" });
const tab = (page: Page, name: string) => tabs(page).getByRole("link", { name, exact: true });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Saved views" });
const openDialog = (page: Page) => page.getByRole("button", { name: "Views", exact: true }).click();

test("a list is saved under a name, opened again, shared, renamed, deleted and put back", async ({
  page,
  signInAs,
  desk,
  browser,
}) => {
  await signInAs("seller");
  await page.goto("/catalog?category=Security&sort=-price&columns=price.vendor");
  const links = page.getByRole("table").locator("[data-row-link]");
  const names = await links.allTextContents();
  await expect(tabs(page)).toHaveCount(0);
  await openDialog(page);
  await dialog(page).getByLabel("Save the list on screen as").fill("Security, dear first");
  await dialog(page).getByRole("checkbox", { name: "Share it with the team" }).check();
  await dialog(page).getByRole("button", { name: "Save view" }).click();
  await expect(tab(page, "Security, dear first")).toHaveAttribute("aria-current", "page");

  await tab(page, "All products").click();
  await expect(page).toHaveURL(/\/catalog$/);
  await expect(tab(page, "All products")).toHaveAttribute("aria-current", "page");
  await tab(page, "Security, dear first").click();
  await expect(page).toHaveURL(/sort=-price/);
  await expect(links).toHaveText(names);
  await expect(page.getByRole("columnheader", { name: /^Margin/ })).toHaveCount(0);

  const other = await browser.newContext({ baseURL: desk.url });
  const colleague = await other.newPage();
  await signIn(colleague.request, desk, "manager");
  await colleague.goto("/catalog");
  await tab(colleague, "Security, dear first").click();
  await expect(colleague.getByRole("table").locator("[data-row-link]")).toHaveText(names);
  await openDialog(colleague);
  await expect(dialog(colleague).getByRole("button", { name: /^(Rename|Delete)/ })).toHaveCount(0);
  await other.close();

  await openDialog(page);
  await dialog(page).getByRole("button", { name: "Rename: Security, dear first" }).click();
  await dialog(page).getByLabel("New name of Security, dear first").fill("Dear ones");
  await dialog(page).getByRole("button", { name: "Rename" }).click();
  await dialog(page).getByRole("button", { name: "Delete: Dear ones" }).click();
  await expect(dialog(page).getByRole("link", { name: "Dear ones" })).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Put back" }).click();
  await expect(dialog(page).getByRole("link", { name: "Dear ones" })).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(tab(page, "Dear ones")).toBeVisible();

  await forgetViews(desk);
});

test("a view is opened from the palette; what was set or deleted by mistake goes back", async ({
  page,
  signInAs,
  desk,
}) => {
  const seller = await apiClient(desk, "seller");
  for (const [name, search] of [
    ["Week 10", "q=office"],
    ["Week 2", "q=office&category=Productivity&sort=-price"],
    ["Bygone", "q=office&category=NoSuchCategory"],
  ])
    expect((await seller.send("/api/saved-views", { method: "POST", body: { name, search } })).status).toBe(201);
  await signInAs("seller");
  await page.goto("/status");
  await page.getByRole("button", { name: "Command palette" }).click();
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("week 2");
  await expect(palette.getByRole("option", { name: "Week 2", exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=-price/);
  await expect(tab(page, "Week 2")).toHaveAttribute("aria-current", "page");
  await expect(tabs(page).getByRole("link")).toHaveText(["All products", "Bygone", "Week 2", "Week 10"]);

  await openDialog(page);
  const row = (name: string) => dialog(page).getByRole("listitem").filter({ hasText: name });
  await expect(row("Week 2")).toContainText("“office” · Category: Productivity · Price, high first");
  await dialog(page).getByRole("button", { name: "Set to this list: Week 10" }).click();
  await expect(row("Week 10")).toContainText("Price, high first");
  await dialog(page).getByRole("button", { name: "Undo set: Week 10" }).click();
  await expect(row("Week 10")).not.toContainText("Price, high first");

  await dialog(page).getByRole("button", { name: "Delete: Week 2" }).click();
  await expect(dialog(page).getByRole("button", { name: "Put back: Week 2" })).toBeFocused();
  await dialog(page).getByRole("button", { name: "Delete: Bygone" }).click();
  await dialog(page).getByRole("button", { name: "Put back: Week 2" }).click();
  await dialog(page).getByRole("button", { name: "Put back: Bygone" }).click();
  await expect(dialog(page).getByRole("listitem").getByRole("link")).toHaveText(["Bygone", "Week 2", "Week 10"]);
  expect(await faultsNow(page, "dialog[open]")).toEqual([]);

  await dialog(page).getByRole("link", { name: "Bygone" }).click();
  await expect(page.getByText(/Category “NoSuchCategory”/)).toBeVisible();
  await forgetViews(desk);
});

async function forgetViews(desk: Desk): Promise<void> {
  const seller = await apiClient(desk, "seller");
  for (const { id } of (await seller.send("/api/saved-views")).body.items)
    await seller.send(`/api/saved-views/${id}`, { method: "DELETE" });
}
