import { readFile } from "node:fs/promises";
import { expect, signIn, test } from "@/e2e/fixtures";
import { apiClient } from "@/e2e/harness/api-client";
import type { ProductList } from "@/lib/contracts/catalog";

test("what was taken off a list is put back, and the list exports with the part numbers as they are", async ({
  page,
  desk,
  signInAs,
}) => {
  const seller = await apiClient(desk, "seller");
  const { items } = (await seller.send("/api/products?q=demo+works&pageSize=50")).body as ProductList;
  const zeros = items.find(({ partNumber }) => partNumber === "000123-DEMO");
  const first = items.find((item) => item !== zeros);
  const refs = [first, zeros].flatMap((item) => (item ? [{ vendor: item.vendor, key: item.key }] : []));
  const list = await seller.send("/api/favourites", { method: "POST", body: { name: "To export", items: refs } });
  expect([list.status, list.body.products]).toEqual([201, refs]);

  await signInAs("seller");
  await page.goto(`/favourites?list=${list.body.id}`);
  await expect(page.getByRole("main").getByText(/^Prices as of \d+ \w+ \d{4}/)).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(`^${first?.name}`) });
  await row.getByRole("button", { name: `Take ${first?.name} off the list` }).click();
  await expect(row).toBeHidden();
  const back = page.getByRole("button", { name: "Put back" });
  await expect(back).toBeFocused();
  await back.press("Enter");
  await expect(row).toBeVisible();
  await expect(back).toBeHidden();

  await page.locator("summary", { hasText: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain("000123-DEMO");
  expect(text).toContain(first?.name ?? "no name");
});

test("changes in two windows do not undo each other, and a list unshared while open goes", async ({
  page,
  browser,
  desk,
  signInAs,
}) => {
  const seller = await apiClient(desk, "seller");
  const made = await seller.send("/api/favourites", { method: "POST", body: { name: "Two windows", shared: true } });
  const path = `/api/favourites/${made.body.id}`;
  await signInAs("seller");
  await page.goto(`/favourites?list=${made.body.id}`);
  await page.getByRole("button", { name: "Edit list" }).click();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Two windows");
  await seller.send(path, { method: "PATCH", body: { name: "Renamed elsewhere" } });

  const context = await browser.newContext({ baseURL: desk.url });
  const colleague = await context.newPage();
  try {
    await signIn(colleague.request, desk, "seller-no-cost");
    await colleague.goto(`/favourites?list=${made.body.id}`);
    await expect(colleague.getByRole("heading", { name: "Renamed elsewhere" })).toBeVisible();

    await page.getByRole("checkbox", { name: /The team may read it/ }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Renamed elsewhere" })).toBeVisible();
    await expect(page.getByText("only you see it")).toBeVisible();

    await colleague.reload();
    await expect(colleague.getByText("It was deleted, or its owner keeps it private.")).toBeVisible();
  } finally {
    await context.close();
  }
});
