import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { apiClient, newCart } from "@/e2e/harness/api-client";
import { faultsNow } from "@/e2e/harness/axe";

const BASE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";
const ADD_ON = "53fc25f7-6639-4f78-bb44-3c2dfec3ed40";
const row = (page: Page, part: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: part }) });

test("a list pasted into the search is looked through at once, and added only when confirmed", async ({
  page,
  signInAs,
  desk,
}) => {
  const seller = await apiClient(desk, "seller");
  const { id: cartId } = await newCart(seller, "Pasted");
  await signInAs("seller");
  await page.goto("/quotes");
  await page.evaluate((id) => localStorage.setItem("active-cart", id), cartId);
  await page.getByRole("combobox", { name: "Search products and part numbers" }).evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, `MPN\tQty\n“${ADD_ON}”\t5 users\nNOWHERE-1\t2\n${BASE}\tmany`);
  await expect(page.getByRole("heading", { name: "1 of 3 lines can be added" })).toBeVisible();
  await expect(row(page, ADD_ON)).toContainText("found");
  await expect(row(page, ADD_ON)).toContainText(/needs .*Office 365 Enterprise E1/i);
  await expect(row(page, ADD_ON)).toContainText(/1\.15 \/ mo/);
  await expect(row(page, "NOWHERE-1")).toContainText("not found");
  await expect(page.getByRole("button", { name: "Copy the other 2 lines" })).toBeVisible();
  expect(await faultsNow(page, "main")).toEqual([]);
  expect((await seller.send(`/api/carts/${cartId}`)).body.lines).toEqual([]);
  await page.getByRole("button", { name: "Add 1 line to “Pasted”" }).click();
  await expect(page).toHaveURL(new RegExp(`/carts/${cartId}$`));
});

test("a list is read from a file; what is no text says so", async ({ page, signInAs, desk }) => {
  await newCart(await apiClient(desk, "seller"), "From a file");
  await signInAs("seller");
  await page.goto("/paste");
  const file = page.getByLabel("Open a file");
  await file.setInputFiles({
    name: "list.xlsx",
    mimeType: "application/zip",
    buffer: Buffer.from([80, 75, 3, 4, 0, 0]),
  });
  await expect(page.getByRole("alert").filter({ hasText: "list.xlsx" })).toContainText("not a text file");
  await file.setInputFiles({
    name: "list.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Part;Menge\r\n${BASE};3\r\n`),
  });
  await expect(page.getByRole("heading", { name: "1 of 1 line can be added" })).toBeVisible();
  await expect(row(page, BASE)).toContainText("3");
});
