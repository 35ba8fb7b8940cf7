import type { Page } from "@playwright/test";
import { addLine, type ApiClient, apiClient, newCart, syncToEnd } from "@/e2e/harness/api-client";
import { addTestUsers, startDesk, vendorVariables } from "@/e2e/harness/desk";
import { expect, signIn, test } from "@/e2e/fixtures";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

const lists = [
  { vendor: "cloudblue", route: "products" },
  { vendor: "ibm", route: "reseller-products" },
] as const;

test("what a hostile vendor sends is text on every page: nothing runs, nothing leads or calls elsewhere", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const sandbox = await startSandbox({ apiVersion: "1.15" });
  const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0" });
  try {
    await addTestUsers(desk, ["manager"]);
    const manager = await apiClient(desk, "manager");
    for (const list of lists) {
      sandbox.faults.set({ kind: "hostile", ...list });
      sandbox.faults.set({ kind: "broken-records", ...list });
      expect((await syncToEnd(manager, list.vendor)).state).toBe("succeeded");
    }
    const products = await hostileProducts(manager);
    expect(products.length).toBeGreaterThan(20);
    const quote = await quoteOf(manager, products[0]);
    const watched = watch(page, desk.url);
    await signIn(page.request, desk, "manager");
    const paths = [
      "/catalog?service=DEMO_HOSTILE",
      "/catalog?q=demo-hostile",
      "/changes",
      "/changes?kind=new&page=2",
      "/status",
      "/status?page=2",
      "/status?page=3",
      ...products.map(({ vendor, key }) => `/products/${vendor}/${encodeURIComponent(key)}`),
      `/quotes/${quote}`,
      `/quotes/${quote}/v1/print`,
    ];
    for (const path of paths) {
      const answer = await page.goto(desk.url + path);
      const policy = answer?.headers()["content-security-policy"] ?? "";
      const scripts = /script-src[^;]*/.exec(policy)?.[0] ?? "";
      expect([path, answer?.status(), scripts.includes("'unsafe-inline'")]).toEqual([path, 200, false]);
      expect(scripts).toContain("'nonce-");
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      expect([path, await livingThings(page)]).toEqual([path, []]);
    }
    expect(watched).toEqual([]);
  } finally {
    await desk.stop();
    await sandbox.close();
  }
});

type Listed = { readonly vendor: string; readonly key: string; readonly name: string };

/** Those with markup, scripts or formulas in what they say; odd prices are another test's matter. */
async function hostileProducts(client: ApiClient): Promise<Listed[]> {
  const read = async (query: string) =>
    (await client.send(`/api/products?${query}&pageSize=200`)).body.items as Listed[];
  const isAboutText = ({ name }: Listed) => !name.startsWith("Odd ");
  const own = (await read("service=DEMO_HOSTILE")).filter(isAboutText);
  // One vendor has the texts in its names only, the other in descriptions and links as well.
  const odd = own.filter(({ key }) => !key.startsWith("DEMO-HOSTILE"));
  const described = (await read("vendor=ibm")).filter(({ key }) => key.startsWith("00000000bad")).filter(isAboutText);
  return [...own.slice(0, 6), ...odd, ...described];
}

async function quoteOf(client: ApiClient, product: Listed | undefined): Promise<string> {
  const cart = await addLine(client, await newCart(client, "Hostile"), {
    vendor: product?.vendor,
    key: product?.key,
    quantity: "1",
  });
  const body = { cartId: cart.id, customer: { name: "Fabrikam Demo" } };
  const answer = await client.send("/api/quotes", { method: "POST", body });
  expect(answer.status).toBe(201);
  return (answer.body as { number: string }).number;
}

/** Every sign that the vendor's words were more than words. */
function watch(page: Page, own: string): string[] {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith("data:") && !url.startsWith("blob:")) seen.push(`request: ${url}`);
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) seen.push(`policy: ${message.text()}`);
  });
  return seen;
}

/** What the hostile texts would have made, had anything taken them for markup. */
function livingThings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector = "iframe, object, embed, [onerror], [onload], [onclick], form[action^='http']";
    const made = [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 200));
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .map(({ href }) => href)
      .filter((href) => !/^(https?|mailto|tel):/.test(href) || href.includes("attacker.example"));
    return [...("sandboxWasHere" in globalThis ? ["a script ran"] : []), ...made, ...links];
  });
}
