import { expect, test } from "@/e2e/fixtures";

/** A cost, a margin or what stands for one, in a page's own data or in an answer. */
const costWords = /"(cost|margin|markup|totalCost|costKnown|profit)\\?":/;

test("a customer looking on sees no cost in page, source, address or answer until leaving is confirmed", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("seller");
  await page.goto("/catalog?q=demo&sort=-margin&columns=cost.price.margin");
  const heads = page.getByRole("columnheader", { name: /^(Cost|Margin)/ });
  await expect(heads).toHaveCount(2);
  expect((await context.cookies()).filter(({ httpOnly }) => !httpOnly)).toEqual([]);
  expect(await page.content()).toMatch(costWords);

  const answers: Promise<[string, string]>[] = [];
  page.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith("/_next/")) return;
    const text = answer.text().catch(() => "");
    answers.push(text.then((body): [string, string] => [pathname, body]));
  });
  const view = page.getByRole("switch", { name: "Customer view" });
  await view.click();
  await expect(page.getByRole("complementary", { name: "Customer view" })).toContainText("costs hidden");
  await expect(view).toBeChecked();
  await expect(page).toHaveURL(/\/catalog\?q=demo&columns=price$/);
  await expect(heads).toHaveCount(0);
  expect(await page.content()).not.toMatch(costWords);
  await expect(page.getByRole("group", { name: "Margin band" })).toHaveCount(0);

  await page.getByRole("table").locator("[data-row-link]").first().click();
  await expect(page).toHaveURL(/\/products\//);
  await expect(page.getByRole("button", { name: /^Add to cart/ }).first()).toBeVisible();
  await page.goto("/catalog?sort=margin");
  await expect(page.getByText("Part of this address is not known here and was left out")).toBeVisible();
  for (const [path, text] of await Promise.all(answers))
    expect([path, costWords.exec(text)?.[0]]).toEqual([path, undefined]);

  await view.click();
  await page.getByRole("dialog", { name: "Leave customer view?" }).getByRole("button", { name: "Show costs" }).click();
  await expect(page.getByRole("complementary", { name: "Customer view" })).toHaveCount(0);
  await expect(heads).toHaveCount(2);
});

test("each tab has a view of its own; a new one begins with that of the tab before it", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("seller");
  await page.goto("/catalog");
  await page.getByRole("switch", { name: "Customer view" }).click();
  const heads = (tab: typeof page) => tab.getByRole("columnheader", { name: /^Margin/ });
  await expect(heads(page)).toHaveCount(0);
  const other = await context.newPage();
  await other.goto("/catalog");
  const band = (tab: typeof page) => tab.getByRole("complementary", { name: "Customer view" });
  await band(other).getByRole("button", { name: "Leave" }).click();
  await other.getByRole("button", { name: "Show costs" }).click();
  await expect(heads(other)).toHaveCount(1);

  await page.reload();
  await expect(band(page)).toBeVisible();
  await expect(heads(page)).toHaveCount(0);
  await other.reload();
  await expect(heads(other)).toHaveCount(1);
});
