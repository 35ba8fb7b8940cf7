import { expect, test } from "@/e2e/fixtures";
import { addLine, apiClient, keyOf, newCart, withoutCarts } from "@/e2e/harness/api-client";

/** Office 365 Extra File Storage, as the vendor documents it. */
const ADD_ON = "53fc25f7-6639-4f78-bb44-3c2dfec3ed40";
const LICENCE = "Office 365 Enterprise E1";

test("a seller asks the vendor what an order would cost, and what it would add; others without cost see no amount", async ({
  page,
  desk,
  signInAs,
}) => {
  await withoutCarts(desk, "seller");
  const open = async (role: "seller" | "seller-no-cost") => {
    const client = await apiClient(desk, role);
    const key = await keyOf(client, "cloudblue", ADD_ON);
    const cart = await addLine(client, await newCart(client), { vendor: "cloudblue", key, quantity: "5" });
    await signInAs(role);
    await page.goto(`/carts/${cart.id}`);
    await page.getByRole("button", { name: "Price check" }).click();
    const dialog = page.getByRole("dialog", { name: "Price check with Ingram Micro" });
    await dialog.getByLabel("Customer’s id at Ingram Micro").fill("1000001");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("row", { name: /would be added/ })).toContainText(LICENCE);
    return dialog;
  };

  const seen = await open("seller");
  await expect(seen.getByRole("row", { name: /First bill/ })).toContainText("USD");
  const blind = await open("seller-no-cost");
  await expect(blind.getByRole("columnheader")).toHaveText(["Product", "Quantity"]);
});
