import { apiClient } from "@/e2e/harness/api-client";
import { expect, test } from "@/e2e/fixtures";

const contoso = {
  name: "Contoso Demo Subsidiary",
  contact: "Purchasing desk",
  email: "purchasing-of-the-whole-group@contoso-subsidiary.example",
  currency: "EUR",
};

test("a phone shows each customer's contact, mail and currency without sideways scrolling", async ({
  page,
  signInAs,
  desk,
}) => {
  const seller = await apiClient(desk, "seller");
  const made = await seller.send("/api/customers", { method: "POST", body: { ...contoso, contacts: [], owned: [] } });
  expect(made.status).toBe(201);
  await signInAs("seller");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/customers");
  const row = page.getByRole("row").filter({ hasText: contoso.name });
  for (const words of [contoso.contact, contoso.email, contoso.currency])
    await expect(row.getByText(words, { exact: true }).filter({ visible: true })).toBeInViewport({ ratio: 1 });
  const hidden = await page.getByRole("table").evaluate((table) => {
    const frame = table.parentElement ?? table;
    return frame.scrollWidth - frame.clientWidth;
  });
  expect(hidden).toBe(0);
  await seller.send(`/api/customers/${made.body.id}`, { method: "DELETE", headers: { "if-match": "*" } });
});
