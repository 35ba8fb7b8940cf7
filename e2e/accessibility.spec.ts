import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addLine, apiClient, keyOf, newCart } from "@/e2e/harness/api-client";
import { expect, test } from "@/e2e/fixtures";

const ADD_ON = "53fc25f7-6639-4f78-bb44-3c2dfec3ed40";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

test.use({ expectedConsole: [/404/] });

test("no page has an accessibility fault that axe knows, light or dark, wide or narrow", async ({
  page,
  desk,
  signInAs,
}) => {
  test.setTimeout(240_000);
  await page.goto("/sign-in");
  expect(await violations(page)).toEqual([]);

  const seller = await apiClient(desk, "seller");
  const key = await keyOf(seller, "cloudblue", ADD_ON);
  const cart = await addLine(seller, await newCart(seller, "Accessible"), { vendor: "cloudblue", key, quantity: "2" });
  const body = { cartId: cart.id, customer: { name: "Fabrikam Demo" } };
  const { number } = (await seller.send("/api/quotes", { method: "POST", body })).body as { number: string };
  await signInAs("seller");
  const paths = [
    "/",
    "/catalog?q=office&category=Productivity",
    "/catalog?q=nothing-is-called-this",
    `/products/cloudblue/${key}`,
    "/products/cloudblue/never-heard-of",
    "/carts",
    `/carts/${cart.id}`,
    "/paste",
    "/quotes",
    `/quotes/${number}`,
    `/quotes/${number}/v1/print`,
    "/changes",
    "/status",
    "/help",
  ];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        expect([path, width, colorScheme, await violations(page)]).toEqual([path, width, colorScheme, []]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (!path.includes("/print")) expect([path, width, overflow]).toEqual([path, width, 0]);
      }
    }
  }
});

test.describe("the missing product's page", () => {
  test.use({ expectedConsole: [/404/] });
  test("answers 404 with a way on", async ({ page, signInAs }) => {
    await signInAs("seller");
    const answer = await page.goto("/products/cloudblue/never-heard-of");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  });
});
