import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Download, Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

async function rowsOf(download: Download): Promise<Record<string, string>[]> {
  const text = readFileSync(await download.path(), "utf8").replace("\uFEFF", "");
  return Papa.parse<Record<string, string>>(text, { header: true }).data;
}

async function exported(page: Page, press: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent("download");
  await press();
  return download;
}

test("a seller exports what the table shows and pastes it back", async ({ page, signInAs }) => {
  await signInAs("seller");
  await page.goto("/catalog?q=office+365+e&sort=price");
  const names = await page.locator("[data-row-link]").allTextContents();

  const rows = await test.step("the list: columns, order and filter as shown", async () => {
    await page.locator("summary", { hasText: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Vendor", exact: true }).last().uncheck();
    await page.keyboard.press("Escape");
    await page.locator("summary", { hasText: "Export" }).click();
    const file = await exported(page, () => page.getByRole("link", { name: "CSV" }).click());
    expect(file.suggestedFilename()).toMatch(/^catalog-as-of-\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
    const found = await rowsOf(file);
    expect(found.slice(0, names.length).map((row) => row["Product"])).toEqual(names);
    expect(Object.keys(found[0] ?? {})).toContain("Cost");
    expect(Object.keys(found[0] ?? {})).not.toContain("Vendor");
    return found;
  });

  await test.step("a spreadsheet of a selection", async () => {
    await page.getByRole("checkbox", { name: "Select all rows shown" }).check();
    const bar = page.getByRole("region", { name: "Selected products" });
    await bar.locator("summary", { hasText: "Export" }).click();
    const file = await exported(page, () => bar.getByRole("button", { name: "Spreadsheet (XLSX)" }).click());
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  await test.step("the file, pasted into the search, becomes a list whose lines are all found", async () => {
    const [first, second] = rows;
    const cells = (row: typeof first) => `${row?.["Part number"]}\t${row?.["Quantity"]}\t${row?.["Product"]}`;
    const text = `Part number\tQuantity\tProduct\n${cells(first)}\n${cells(second)}`;
    const search = page.getByRole("combobox", { name: "Search products and part numbers" });
    await search.evaluate((box, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await expect(page).toHaveURL(/\/paste$/);
    await expect(page.getByLabel("Part numbers and quantities")).toHaveValue(text);
  });
});

test("who may not see cost exports without it, whatever is asked for", async ({ page, signInAs }) => {
  await signInAs("seller-no-cost");
  const answer = await page.request.get("/api/products/export?format=csv&columns=cost.price.margin.markup");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).not.toMatch(/cost|margin|markup/i);
});
