import { expect, signIn, test } from "@/e2e/fixtures";
import { apiClient } from "@/e2e/harness/api-client";

const LICENCE = "Office 365 Enterprise E1";
const ADD_ON = "Office 365 Extra File Storage";

test("a seller keeps a list, shares it, and a colleague adds it to a cart as a whole", async ({
  page,
  desk,
  browser,
  signInAs,
}) => {
  const seller = await apiClient(desk, "seller");
  const { items } = (await seller.send("/api/favourites")).body as { items: { id: string; own: boolean }[] };
  for (const { id } of items.filter(({ own }) => own)) await seller.send(`/api/favourites/${id}`, { method: "DELETE" });
  await signInAs("seller");

  await test.step("begins a list from a row of the catalog", async () => {
    await page.goto("/catalog?q=office+365+extra+file");
    await page.getByRole("button", { name: `Favourite lists: ${ADD_ON}` }).click();
    const dialog = page.getByRole("dialog", { name: "Favourite lists" });
    await dialog.getByLabel(/new list|first list/i).fill("Renewal basics");
    await dialog.getByRole("button", { name: "Begin list" }).click();
    await expect(dialog.getByRole("checkbox", { name: /Renewal basics/ })).toBeChecked();
    await dialog.getByRole("button", { name: "Done" }).click();
  });

  await test.step("adds another from its product page", async () => {
    await page.goto("/catalog?q=office+365+enterprise+e1");
    await page.getByRole("table").getByRole("link", { name: LICENCE }).first().click();
    await page.getByRole("button", { name: `Favourites: ${LICENCE}` }).click();
    const dialog = page.getByRole("dialog", { name: "Favourite lists" });
    await dialog.getByRole("checkbox", { name: /Renewal basics/ }).click();
    await expect(dialog.getByText("2 products")).toBeVisible();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByText("On a list")).toBeVisible();
  });

  await test.step("shares it with the team", async () => {
    await page.goto("/favourites");
    await page.getByRole("button", { name: "Edit list" }).click();
    await page.getByRole("checkbox", { name: /The team may read it/ }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("the team may read it")).toBeVisible();
  });

  await test.step("a colleague sees it, cannot change it, and adds it to a cart with a report", async () => {
    const context = await browser.newContext({ baseURL: desk.url });
    const colleague = await context.newPage();
    await signIn(colleague.request, desk, "seller-no-cost");
    await colleague.goto("/favourites");
    await colleague.getByRole("link", { name: /Renewal basics/ }).click();
    await expect(colleague.getByRole("button", { name: "Edit list" })).toHaveCount(0);
    await expect(colleague.getByRole("button", { name: `Take ${LICENCE} off the list` })).toHaveCount(0);
    await colleague.getByRole("button", { name: "Add list to cart" }).click();
    await expect(colleague.getByText(/2 products of 2 added to/)).toBeVisible();
    await colleague.getByRole("button", { name: "Add list to cart" }).click();
    await expect(colleague.getByText(/0 products of 2 added to/)).toBeVisible();
    await expect(colleague.getByText(/Already in the cart with 1/).first()).toBeVisible();
    expect(await colleague.content()).not.toMatch(/"cost":|17\.50/);
    await context.close();
  });

  await test.step("takes a product off and deletes the list", async () => {
    await page.reload();
    await page.getByRole("button", { name: `Take ${ADD_ON} off the list` }).click();
    await expect(page.getByRole("table").getByText(ADD_ON)).toBeHidden();
    await page.getByRole("button", { name: "Edit list" }).click();
    await page.getByRole("button", { name: "Delete list…" }).click();
    await page.getByRole("button", { name: "Delete “Renewal basics” for good" }).click();
    await expect(page.getByText("No list yet")).toBeVisible();
  });
});
