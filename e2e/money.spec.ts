import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { withoutCarts } from "@/e2e/harness/api-client";

const KEY = "DEMO-MS-SPO-P2~P1Y~P1M";
const RULE = "Spec: 25 % on cost";
const FLOOR = "Spec: floor of 20 %";
const CUSTOMER = "Fabrikam Demo Ltd";

// A price below the floor is refused until a reason stands beside it.
test.use({ expectedConsole: [/422/] });

test("a rule prices a product, a seller changes it by hand, a floor asks why, a manager approves, the customer sees no cost", async ({
  page,
  desk,
  signInAs,
  browser,
}) => {
  test.setTimeout(180_000);

  await test.step("the manager adds a price rule and sees beforehand what it changes", async () => {
    await signInAs("manager");
    await page.goto("/settings/price-rules");
    await page.getByRole("button", { name: "Add price rule" }).click();
    const dialog = page.getByRole("dialog", { name: "New price rule" });
    await dialog.getByLabel("Name").fill(RULE);
    await dialog.getByLabel("Percent").fill("25");
    await dialog.getByLabel("Rounding").selectOption({ label: "Ends in .95" });
    await dialog.getByLabel("Direction").selectOption({ label: "Up" });
    await scopeToProduct(dialog);
    const preview = dialog.getByRole("region", { name: "What it would change" });
    await expect(preview).toContainText("1 product in its scope: 1 product changes");
    await expect(preview.getByRole("row").nth(1)).toContainText("10.95");
    await dialog.getByRole("button", { name: "Save rule" }).click();
    await expect(page.getByRole("button", { name: RULE })).toBeVisible();
  });

  await test.step("and a floor that asks; both stand in the history", async () => {
    await page.getByRole("button", { name: "Add floor or ceiling" }).click();
    const dialog = page.getByRole("dialog", { name: "New floor or ceiling" });
    await dialog.getByLabel("Name").fill(FLOOR);
    await dialog.getByLabel("Percent").fill("20");
    await dialog.getByLabel("When broken").selectOption({ label: "Ask: needs a reason and approval" });
    await scopeToProduct(dialog);
    await expect(dialog.getByRole("region", { name: "What it would change" })).toContainText("no price breaks it");
    await dialog.getByRole("button", { name: "Save rule" }).click();
    await expect(page.getByRole("button", { name: FLOOR })).toBeVisible();
    await page.getByRole("button", { name: "History" }).click();
    const history = page.getByRole("dialog", { name: "History of all rules" });
    await expect(history.getByRole("listitem").filter({ hasText: RULE }).first()).toContainText(/manager made/);
    await history.getByRole("button", { name: "Close" }).last().click();
  });

  await test.step("the product has the rule's price and says why", async () => {
    await signInAs("seller");
    await expect(async () => {
      await page.goto(`/products/cloudblue/${encodeURIComponent(KEY)}`);
      await expect(page.getByRole("region", { name: "Price and order" })).toContainText("10.95", { timeout: 1_000 });
    }).toPass();
    await page.getByRole("button", { name: "Why this price?" }).click();
    const why = page.getByRole("dialog", { name: /^Why this price\?/ });
    await expect(why).toContainText("25 % on cost");
    await expect(why).toContainText(RULE);
    await expect(why.getByRole("row", { name: /^Total/ })).toContainText("10.95");
    await page.keyboard.press("Escape");
  });

  await test.step("the price of the line takes every short form", async () => {
    await withoutCarts(desk, "seller");
    await page.reload();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("region", { name: "Price and order" }).getByRole("link", { name: "Open cart" }).click();
    for (const [entry, price] of [
      ["m25", "11.33"],
      ["*2", "22.66"],
      ["+5%", "23.79"],
      ["-3", "20.79"],
    ] as const) {
      const dialog = await openLinePrice(page);
      await dialog.getByLabel("Price", { exact: true }).fill(entry);
      await dialog.getByRole("button", { name: "Set price" }).click();
      await expect(dialog).toBeHidden();
      await expect(linePrice(page, price)).toBeVisible();
    }
    await expect(page.getByText("set by hand")).toBeVisible();
  });

  await test.step("below the floor a reason is asked for", async () => {
    const dialog = await openLinePrice(page);
    await dialog.getByLabel("Margin", { exact: true }).fill("10");
    await dialog.getByRole("button", { name: "Set price" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Say why");
    await dialog.getByLabel("Reason").fill("A reference customer");
    await dialog.getByRole("button", { name: "Set price" }).click();
    await expect(dialog).toBeHidden();
    await expect(linePrice(page, "9.44")).toBeVisible();
    await expect(page.getByText(/Needs approval:.*below 20 %/).first()).toBeVisible();
  });

  await test.step("a goal is seen before it is done, and one undo takes it back", async () => {
    await page.getByRole("button", { name: "Aim at a margin or total" }).click();
    const dialog = page.getByRole("dialog", { name: "Aim at a margin or a total" });
    await dialog.getByLabel("Margin (of price)").fill("30");
    await dialog.getByRole("button", { name: "Preview" }).click();
    await expect(dialog.getByRole("region", { name: "Preview" })).toContainText("12.15");
    await dialog.getByRole("button", { name: "Set these prices" }).click();
    await expect(linePrice(page, "12.15")).toBeVisible();
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(linePrice(page, "9.44")).toBeVisible();
  });

  const number = await test.step("the quote says that it needs approval, and cannot be sent before", async () => {
    await page.getByRole("button", { name: "Make quote" }).click();
    await page.getByLabel("Customer", { exact: true }).fill(CUSTOMER);
    await page.getByRole("button", { name: "Make draft quote" }).click();
    await expect(page).toHaveURL(/\/quotes\/Q-\d{4}-\d{4}$/);
    const approval = page.getByRole("region", { name: "Approval" });
    await expect(approval).toContainText("This quote needs approval");
    await expect(approval).toContainText("A reference customer");
    await expect(page.getByRole("button", { name: "Send quote" })).toHaveCount(0);
    await page.getByRole("button", { name: "Ask for approval" }).click();
    const dialog = page.getByRole("dialog", { name: "Ask for approval" });
    await dialog.getByLabel(/^Why it should be sold/).fill("Opens their whole group");
    await dialog.getByRole("button", { name: /^Ask for approval of/ }).click();
    await expect(approval).toContainText("Waits for a decision");
    return page.url().split("/").at(-1) ?? "";
  });

  await test.step("a manager approves it", async () => {
    await signInAs("manager");
    await page.goto(`/quotes/${number}`);
    await expect(page.getByRole("region", { name: "Approval" })).toContainText("Opens their whole group");
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await page
      .getByRole("dialog", { name: "Approve" })
      .getByRole("button", { name: `Approve ${number}` })
      .click();
    await expect(page.getByRole("region", { name: "Approval" })).toContainText("Approved; it may be sent");
  });

  const address = await test.step("the seller sends it and makes a link", async () => {
    await signInAs("seller");
    await page.goto(`/quotes/${number}`);
    await page.getByRole("button", { name: "Send quote", exact: true }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Send quote ${number}` })
      .click();
    await expect(page.getByRole("main")).toContainText("Sent");
    await page.getByRole("button", { name: "Make a link" }).click();
    const field = page.getByLabel("Address of the new link");
    await expect(field).toHaveValue(/\/share\/quote\//);
    return field.inputValue();
  });

  await test.step("the customer sees the price and nothing of the cost", async () => {
    const context = await browser.newContext();
    const customer = await context.newPage();
    await customer.goto(address);
    await expect(
      customer.getByRole("complementary", { name: "Totals and answer" }).getByText("9.44").first(),
    ).toBeVisible();
    expect(await customer.content()).not.toMatch(/8\.50|margin|markup|profit|floor|reference customer|whole group/i);
    await context.close();
  });

  await test.step("a removed rule can be brought back, and goes again", async () => {
    await signInAs("manager");
    await page.goto("/settings/price-rules");
    for (const name of [RULE, FLOOR]) await removeRule(page, name);
    await page.getByRole("button", { name: "History" }).click();
    const history = page.getByRole("dialog", { name: "History of all rules" });
    await history
      .getByRole("button", { name: `Bring back version 1 of ${RULE}` })
      .first()
      .click();
    await expect(history).toContainText(/manager brought back version 1 of/);
    await history.getByRole("button", { name: "Close" }).last().click();
    await removeRule(page, RULE);
  });

  expect(desk.isAlive()).toBe(true);
});

type Dialog = ReturnType<Page["getByRole"]>;

async function scopeToProduct(dialog: Dialog): Promise<void> {
  await dialog.getByLabel("Vendor").selectOption("cloudblue");
  await dialog.getByLabel("Product").fill(KEY);
}

async function removeRule(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove rule" }).click();
  await expect(page.getByRole("button", { name })).toHaveCount(0);
}

function linePrice(page: Page, price: string) {
  return page.getByRole("button", { name: new RegExp(`^Price of .*: USD ${price.replace(".", "\\.")}\\. Change it`) });
}

async function openLinePrice(page: Page): Promise<Dialog> {
  await page.getByRole("button", { name: /^Price of .* Change it or see why$/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Price of / });
  await expect(dialog).toBeVisible();
  return dialog;
}
