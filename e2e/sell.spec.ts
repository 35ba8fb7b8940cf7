import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { withoutCarts } from "@/e2e/harness/api-client";
import { emailOf, passwordOf } from "@/e2e/harness/desk";
import { pdfText } from "@/e2e/harness/pdf-text";

const ADD_ON = "Office 365 Extra File Storage";
const LICENCE = "Office 365 Enterprise E1";

test("a seller finds an add-on, mends the cart, and sends a quote that the customer opens and accepts", async ({
  page,
  desk,
  browser,
}, testInfo) => {
  test.setTimeout(120_000);
  await withoutCarts(desk, "seller");
  const requested: string[] = [];
  page.on("request", (request) => requested.push(new URL(request.url()).origin));

  await test.step("signs in and is brought to the catalog asked for", async () => {
    await page.goto("/catalog");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fcatalog/);
    await page.getByLabel("Mail address").fill(emailOf("seller"));
    await page.getByLabel("Password").fill(passwordOf("seller"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/catalog$/);
  });

  await test.step("filters by category, topic and service type; each count is kept", async () => {
    for (const [facet, value] of [
      ["Category", "Productivity"],
      ["Topic", "Office suite"],
      ["Service type", "Application"],
    ] as const) {
      await openFacet(page, facet);
      const box = page
        .getByRole("group", { name: facet, exact: true })
        .getByRole("checkbox", { name: new RegExp(`^${value}`) });
      const count = /(\d[\d,]*)"/.exec(await box.ariaSnapshot())?.[1];
      await box.click();
      await expect(box).toBeChecked();
      await expect(page.getByText(new RegExp(`^${count} of [\\d,]+ products$`))).toBeVisible();
    }
    await expect(page).toHaveURL(/category=Productivity/);
    await expect(page).toHaveURL(/topic=cat\.topic/);
    await expect(page).toHaveURL(/serviceType=Application/);
    await page.reload();
    await expect(page.getByRole("checkbox", { name: /^Productivity/ })).toBeChecked();
  });

  await test.step("opens the add-on and sees 1.05, 1.15 and 8.7 %", async () => {
    await page.getByRole("combobox", { name: "Search products and part numbers" }).fill("extra file storage");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^1 of [\d,]+ products$/)).toBeVisible();
    await page.getByRole("table").getByRole("link", { name: ADD_ON }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: ADD_ON })).toBeVisible();
    const money = page.getByRole("region", { name: "Price and order" });
    await expect(money).toContainText("1.05");
    await expect(money).toContainText("1.15");
    await expect(money).toContainText("8.7 %");
    await expect(page.getByRole("region", { name: "Requirements" }).getByRole("link", { name: LICENCE })).toBeVisible();
  });

  await test.step("adds it alone: the cart names what is missing", async () => {
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("region", { name: "Price and order" }).getByRole("link", { name: "Open cart" }).click();
    await expect(page.getByText(`Needs ${LICENCE}`)).toBeVisible();
  });

  await test.step("one click mends it, undo brings the problem back, again mends it", async () => {
    const fix = page.getByRole("button", { name: new RegExp(`^Add ${LICENCE}`) });
    await fix.click();
    await expect(page.getByText(`Needs ${LICENCE}`)).toBeHidden();
    await expect(page.getByRole("region", { name: /O365 — becomes 1 order/ })).toContainText("11.6 %");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(page.getByText(`Needs ${LICENCE}`)).toBeVisible();
    await fix.click();
    await expect(page.getByText(`Needs ${LICENCE}`)).toBeHidden();
    await expect(page.getByRole("complementary", { name: "Totals" })).toContainText("20.95");
  });

  const number = await test.step("makes a quote and sends it", async () => {
    await page.getByRole("button", { name: "Make quote" }).click();
    await page.getByLabel("Customer", { exact: true }).fill("Fabrikam Demo Ltd");
    await page.getByRole("button", { name: "Make draft quote" }).click();
    await expect(page).toHaveURL(/\/quotes\/Q-\d{4}-\d{4}$/);
    const made = page.url().split("/").at(-1) ?? "";
    await page.getByRole("button", { name: "Send quote", exact: true }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Send quote ${made}` })
      .click();
    await expect(page.getByRole("main")).toContainText("Sent");
    return made;
  });

  await test.step("prints it on A4 and Letter, without any cost", async () => {
    for (const [paper, width] of [
      ["a4", 595],
      ["letter", 612],
    ] as const) {
      await page.goto(`/quotes/${number}/v1/print?paper=${paper}`);
      await expect(page).toHaveTitle(`Quote ${number} v1 - Fabrikam Demo Ltd`);
      const file = testInfo.outputPath(`${paper}.pdf`);
      writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
      const { text, pageWidth } = await pdfText(file);
      expect(Math.round(pageWidth)).toBe(width);
      expect(text).toContain(`${number} · v1 · page 1 of`);
      expect(text).toContain("19.80");
      expect(text).toContain("20.95");
      expect(text).not.toMatch(/17\.50|1\.05|margin|markup|cost/i);
    }
  });

  const address = await test.step("makes a share link", async () => {
    await page.goto(`/quotes/${number}`);
    await page.getByRole("button", { name: "Make a link" }).click();
    const field = page.getByLabel("Address of the new link");
    await expect(field).toHaveValue(new RegExp(`^${desk.url}/share/quote/[\\w-]{43}$`));
    return field.inputValue();
  });

  await test.step("the customer opens it without an account, sees no cost, and accepts", async () => {
    const context = await browser.newContext();
    const customer = await context.newPage();
    const answer = await customer.goto(address);
    expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
    expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
    await expect(customer.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(customer.getByText(LICENCE)).toBeVisible();
    expect(await customer.content()).not.toMatch(/17\.50|"1\.05"|margin|markup/i);
    // On a phone things stand in this order: what is charged comes before the question.
    const told = await customer.getByRole("main").innerText();
    expect(told.indexOf(LICENCE)).toBeLessThan(told.indexOf("Accept this quote"));
    await customer.getByLabel("Your name").fill("A Customer");
    await customer.getByLabel("Your mail").fill("customer@fabrikam.example");
    await customer.getByRole("button", { name: /^Accept/ }).click();
    await expect(customer.getByText(/accepted/i).first()).toBeVisible();
    await context.close();
    await page.reload();
    await expect(page.getByRole("main")).toContainText("Accepted");
  });

  expect([...new Set(requested)]).toEqual([desk.url]);
});

/** Facets further down begin folded. */
async function openFacet(page: Page, name: string): Promise<void> {
  const group = page.getByRole("group", { name, exact: true });
  if (!(await group.getByRole("checkbox").first().isVisible()))
    await page.locator("summary", { hasText: name }).first().click();
}
