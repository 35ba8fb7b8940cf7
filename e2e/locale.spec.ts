import type { Page } from "@playwright/test";
import { expect, signIn, test as base } from "@/e2e/fixtures";
import { addTestUsers, type Desk, startDesk, vendorVariables } from "@/e2e/harness/desk";

/** A desk that reads its vendors in three languages. */
const test = base.extend<object, { desk: Desk }>({
  desk: [
    async ({ sandbox }, use) => {
      const variables = { ...vendorVariables(sandbox), CATALOG_LOCALES: "en-us,de-de,fr-fr" };
      const desk = await startDesk({ ...variables, SYNC_INTERVAL_SECONDS: "0" });
      await addTestUsers(desk, ["seller"]);
      await use(desk);
      await desk.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

const language = (page: Page) => page.getByRole("main").getByLabel("Language", { exact: true });
const link = (page: Page, name: string) => page.getByRole("table").getByRole("link", { name, exact: true });
const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });

test("the catalog is read in another language; what is not there in it says in which it is", async ({
  page,
  signInAs,
}) => {
  await signInAs("seller");
  await page.goto("/catalog?q=demo&vendor=ibm");
  await expect(link(page, "Nordlicht Status Pages")).toBeVisible();
  await expect(rowOf(page, "Nordlicht Status Pages")).toContainText("49.00");
  await expect(language(page).getByRole("option")).toHaveText([
    "English (United States)",
    "Deutsch (Deutschland)",
    "Français (France)",
  ]);
  await language(page).selectOption("de-de");
  await expect(page).toHaveURL(/vendor=ibm/);
  await expect(page).toHaveURL(/locale=de-de/);
  await expect(link(page, "Nordlicht Statusseiten")).toHaveAttribute("lang", "de-de");
  await expect(rowOf(page, "Nordlicht Statusseiten").getByText("shown in English (United States)")).toHaveCount(0);
  await expect(rowOf(page, "Nordlicht Statusseiten")).toContainText("49.00");
  await expect(link(page, "Traverse Fleet Tracker")).toHaveAttribute("lang", "en-us");
  await expect(rowOf(page, "Traverse Fleet Tracker").getByText("shown in English (United States)")).toHaveCount(1);
  const categories = page.getByRole("group", { name: "Category", exact: true });
  await expect(categories).toHaveAttribute("lang", "en-us");
  const facet = page.getByRole("complementary", { name: "Filters" }).locator("summary");
  await expect(facet.filter({ hasText: /^Category/ })).toContainText("shown in English (United States)");
  await expect(facet.filter({ hasText: /^Billing/ })).not.toContainText("shown in");

  await page.getByRole("link", { name: "Remove Vendor: IBM" }).click();
  await expect(page).not.toHaveURL(/vendor=/);
  await expect(language(page)).toHaveValue("de-de");
  await language(page).selectOption("en-us");
  await expect(page).not.toHaveURL(/locale=/);
  await page.goBack();
  await expect(language(page)).toHaveValue("de-de");
});

test("a product's page keeps the language of the list and says when the vendor does not have it", async ({
  page,
  signInAs,
}) => {
  await signInAs("seller");
  await page.goto("/catalog?q=Statusseiten&locale=de-de");
  await link(page, "Nordlicht Statusseiten").click();
  await expect(page).toHaveURL(/\/products\/ibm\/.+locale=de-de/);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Nordlicht Statusseiten");
  await expect(heading).toHaveAttribute("lang", "de-de");
  await expect(language(page)).toHaveValue("de-de");
  await expect(page.getByText("Kunden informieren, bevor sie anrufen.").first()).toBeVisible();

  await language(page).selectOption("fr-fr");
  await expect(
    page.getByText("IBM does not describe this product in French (France): shown in English (United States)."),
  ).toBeVisible();
  await expect(heading).toHaveText("Nordlicht Status Pages");
  await language(page).selectOption("en-us");
  await expect(page).not.toHaveURL(/locale=/);
  await expect(page.getByText("does not describe this product in")).toHaveCount(0);
});

test("a comparison goes on in the language of the list", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog?q=demo&vendor=ibm&locale=de-de");
  await page.getByRole("checkbox", { name: /^Select Nordlicht Statusseiten/ }).click();
  await page.getByRole("checkbox", { name: /^Select Traverse Fleet Tracker/ }).click();
  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\?.+locale=de-de/);
  await expect(link(page, "Nordlicht Statusseiten")).toHaveAttribute("lang", "de-de");
  const head = (name: string) => page.getByRole("columnheader").filter({ has: page.getByRole("link", { name }) });
  await expect(head("Traverse Fleet Tracker").getByText("shown in English (United States)")).toHaveCount(1);
  await language(page).selectOption("fr-fr");
  await expect(link(page, "Traverse Suivi de flotte")).toHaveAttribute("lang", "fr-fr");
});

test("suggestions speak the language of the list and lead on in it", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog?locale=de-de");
  await page.getByRole("combobox", { name: "Search products and part numbers" }).pressSequentially("nordlicht");
  const suggested = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option", { name: /Statusseiten/ });
  await expect(suggested.locator("[lang=de-de]")).toHaveText("Nordlicht Statusseiten");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await palette.getByRole("combobox").fill("nordlicht");
  await palette.getByRole("option", { name: /Nordlicht Statusseiten/ }).click();
  await expect(page).toHaveURL(/\/products\/ibm\/.+locale=de-de/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nordlicht Statusseiten");
});

test("a language nobody has is named and left out", async ({ page, signInAs }) => {
  await signInAs("seller");
  for (const path of ["/catalog?q=Nordlicht&locale=xx-xx", "/catalog?q=Nordlicht&locale=the+language+of+the+moon"]) {
    await page.goto(path);
    await expect(page.getByText("Part of this address is not known here and was left out")).toBeVisible();
    await expect(page.getByText(/Language “(xx-xx|the language of the moon)”/)).toBeVisible();
    await expect(link(page, "Nordlicht Status Pages")).toBeVisible();
    await expect(language(page)).toHaveValue("en-us");
  }
});

test("works without JavaScript", async ({ browser, desk }) => {
  const context = await browser.newContext({ baseURL: desk.url, javaScriptEnabled: false });
  await signIn(context.request, desk, "seller");
  const page = await context.newPage();
  await page.goto("/catalog?q=Nordlicht&vendor=ibm");
  await language(page).selectOption("de-de");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/vendor=ibm/);
  await expect(page).toHaveURL(/locale=de-de/);
  await expect(link(page, "Nordlicht Statusseiten")).toBeVisible();
  await expect(language(page)).toHaveValue("de-de");
  await context.close();
});
