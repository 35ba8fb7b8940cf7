import { addLine, apiClient, keyOf, newCart } from "@/e2e/harness/api-client";
import { faultsOf, overflowOf, views } from "@/e2e/harness/axe";
import { expect, test } from "@/e2e/fixtures";

const ADD_ON = "53fc25f7-6639-4f78-bb44-3c2dfec3ed40";

test.use({ expectedConsole: [/404/] });

test("no page has an accessibility fault that axe knows, light or dark, wide or narrow", async ({
  page,
  desk,
  signInAs,
}) => {
  test.setTimeout(240_000);
  for (const view of views) {
    expect([view.width, await faultsOf(page, "/sign-in", view)]).toEqual([view.width, []]);
  }

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
  for (const view of views) {
    for (const path of paths) {
      expect([path, view.width, await faultsOf(page, path, view)]).toEqual([path, view.width, []]);
      if (!path.includes("/print")) expect([path, view.width, await overflowOf(page)]).toEqual([path, view.width, 0]);
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
