import { chromium, type Page } from "@playwright/test";
import { gzipSync } from "node:zlib";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { addLine, apiClient, keyOf, newCart } from "@/e2e/harness/api-client";
import buildOnce from "@/e2e/harness/build-once";
import { chromiumPath } from "@/e2e/harness/chromium";
import { addTestUsers, startDesk, vendorVariables } from "@/e2e/harness/desk";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";

/** Initial JavaScript of each page: every script the browser fetched until the network was quiet, gzipped. */
export async function run(): Promise<BenchRow[]> {
  buildOnce();
  const sandbox = await startSandbox({});
  const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0", LOG_LEVEL: "warn" });
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    await addTestUsers(desk, ["seller"]);
    const seller = await apiClient(desk, "seller");
    const key = await keyOf(seller, "cloudblue", LICENCE);
    const cart = await addLine(seller, await newCart(seller), { vendor: "cloudblue", key, quantity: "2" });
    const body = { cartId: cart.id, customer: { name: "Fabrikam Demo" } };
    const { number } = (await seller.send("/api/quotes", { method: "POST", body })).body as { number: string };
    await seller.send(`/api/quotes/${number}/send`, { method: "POST", body: {} });
    const link = (await seller.send(`/api/quotes/${number}/links`, { method: "POST", body: {} })).body as {
      url: string;
    };

    const pages = [
      { what: "sign-in", path: "/sign-in", barKb: 145, signedIn: false },
      { what: "quote share page", path: new URL(link.url).pathname, barKb: 135, signedIn: false },
      { what: "quote print", path: `/quotes/${number}/v1/print`, barKb: 135, signedIn: true },
      { what: "product", path: `/products/cloudblue/${key}`, barKb: 190, signedIn: true },
      { what: "catalog", path: "/catalog", barKb: 230, signedIn: true },
      { what: "cart", path: `/carts/${cart.id}`, barKb: 240, signedIn: true },
      { what: "quote editor", path: `/quotes/${number}`, barKb: 240, signedIn: true },
    ];
    const rows: BenchRow[] = [];
    for (const { what, path, barKb, signedIn } of pages) {
      const context = await browser.newContext();
      const [name = "", value = ""] = (seller.cookie ?? "").split(/=(.*)/s);
      if (signedIn) await context.addCookies([{ name, value, url: desk.url }]);
      const kb = (await scriptBytes(await context.newPage(), desk.url + path)) / 1024;
      await context.close();
      const met = kb <= barKb;
      rows.push({ what: `initial JavaScript, gzip: ${what}`, bar: `≤ ${barKb} KB`, ours: `${kb.toFixed(1)} KB`, met });
    }
    return rows;
  } finally {
    await browser.close();
    await desk.stop();
    await sandbox.close();
  }
}

async function scriptBytes(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).byteLength));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
