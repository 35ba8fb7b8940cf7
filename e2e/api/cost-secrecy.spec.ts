import { addLine, type ApiClient, apiClient, clientWith, keyOf, newCart, syncToEnd } from "@/e2e/harness/api-client";
import { addTestUsers, startDesk, vendorVariables } from "@/e2e/harness/desk";
import { expect, test } from "@/e2e/fixtures";
import { roles } from "@/lib/contracts/session";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";
const ADD_ON = "53fc25f7-6639-4f78-bb44-3c2dfec3ed40";
/** Amounts that occur nowhere else: price less cost, their percentages and sums give them away as well. */
const sentinels = { [LICENCE]: "13.572468", [ADD_ON]: "0.918273" };
const traces = /13[.,]57|0[.,]918|918273|572468|6[.,]227532|31[.,]5|20[.,]1 ?%/;
/** The clock may well say 31.5 seconds. */
const clockTimes = /T\d\d:\d\d:\d\d\.\d+Z/g;
/** Field names, as JSON or inside a page's own data, where quotes are escaped. */
const costWords = /"(cost|margin|markup|totalCost|costBefore|costKnownLines|costKnown|profit)\\?":|side\\?":\\?"cost/;

test.describe("an account without the cost right, and a customer with a link", () => {
  test("receive no cost in any answer or page", async () => {
    const sandbox = await startSandbox({});
    for (const [mpn, amount] of Object.entries(sentinels))
      sandbox.catalog.cloudblue.setAmount(mpn, { side: "costs", amount });
    const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "0" });
    try {
      await addTestUsers(desk, roles);
      const [seller, blind, manager] = await Promise.all([
        apiClient(desk, "seller"),
        apiClient(desk, "seller-no-cost"),
        apiClient(desk, "manager"),
      ]);
      for (const [mpn, amount] of Object.entries(sentinels)) {
        sandbox.catalog.cloudblue.setAmount(mpn, { side: "costs", amount: `${amount}1` });
      }
      await syncToEnd(manager, "cloudblue");
      expect((await seller.send(`/api/products/cloudblue/${LICENCE}`)).text).toContain(sentinels[LICENCE]);

      const { answers, quoteNumber, token, productToken } = await everythingOf(blind, desk.url);
      const lookedAt = clientWith(desk.url, `${manager.cookie}; desk-view=customer`);
      const inCustomerView = await everythingOf(lookedAt, desk.url);
      answers.push(...inCustomerView.answers, ...(await pagesOf(lookedAt, desk.url, inCustomerView.quoteNumber)));
      const outsider = await everythingOutside(desk.url, token, productToken);
      const pages = await pagesOf(blind, desk.url, quoteNumber);
      for (const [name, text] of [...answers, ...outsider, ...pages]) {
        expect([name, traces.exec(text.replaceAll(clockTimes, ""))?.[0], costWords.exec(text)?.[0]]).toEqual([
          name,
          undefined,
          undefined,
        ]);
      }
    } finally {
      await desk.stop();
      await sandbox.close();
    }
  });
});

async function everythingOf(client: ApiClient, url: string) {
  const answers: [string, string][] = [];
  const read = async (path: string) => {
    const answer = await client.send(path);
    expect([path, answer.status]).toEqual([path, 200]);
    answers.push([path, answer.text]);
  };
  await read("/api/products?pageSize=200");
  await read("/api/products?sort=-margin&costKnown=true&pageSize=200");
  const [licence, addOn] = [await keyOf(client, "cloudblue", LICENCE), await keyOf(client, "cloudblue", ADD_ON)];
  await read(`/api/products/cloudblue/${licence}`);
  await read(`/api/products/cloudblue/${addOn}`);
  const shownTo = await client.send(`/api/products/cloudblue/${licence}/links`, { method: "POST", body: {} });
  const { url: shownAt } = shownTo.body as { url: string };
  await read(`/api/products/cloudblue/${licence}/links`);
  await read("/api/vendors/cloudblue/products?pageSize=200");
  await read(`/api/vendors/cloudblue/products/${licence}`);
  for (const path of ["/api/changes?pageSize=200", "/api/data-quality?pageSize=200", "/api/status", "/api/syncs"])
    await read(path);
  let cart = await newCart(client, "Secret");
  cart = await addLine(client, cart, { vendor: "cloudblue", key: addOn, quantity: "3" });
  answers.push(["cart with a problem", JSON.stringify(cart)]);
  cart = await addLine(client, cart, { vendor: "cloudblue", key: licence, quantity: "2" });
  answers.push(["cart", JSON.stringify(cart)]);
  await read(`/api/carts/${cart.id}`);
  await read(`/api/carts/${cart.id}/orders/1`);
  const stale = await client.send(`/api/carts/${cart.id}`, {
    method: "PATCH",
    body: { name: "X" },
    headers: { "if-match": '"1"' },
  });
  expect(stale.status).toBe(412);
  answers.push(["stale save", stale.text]);
  const body = { cartId: cart.id, customer: { name: "Fabrikam Demo" } };
  const quote = await client.send("/api/quotes", { method: "POST", body });
  answers.push(["quote", quote.text]);
  const { number } = quote.body as { number: string };
  const sent = await client.send(`/api/quotes/${number}/send`, { method: "POST", body: {} });
  expect(sent.status).toBe(200);
  answers.push(["sent", sent.text]);
  const link = await client.send(`/api/quotes/${number}/links`, { method: "POST", body: {} });
  const { url: shared } = link.body as { url: string };
  expect(shared.startsWith(`${url}/share/quote/`)).toBe(true);
  await read(`/api/quotes/${number}`);
  await read("/api/quotes");
  const lastOf = (address: string) => address.split("/").at(-1) ?? "";
  return { answers, quoteNumber: number, token: lastOf(shared), productToken: lastOf(shownAt) };
}

async function everythingOutside(url: string, token: string, productToken: string): Promise<[string, string][]> {
  const stranger = clientWith(url, null);
  const product = await stranger.send(`/api/share/products/${productToken}`);
  expect(product.status).toBe(200);
  const productPage = await stranger.send(`/share/product/${productToken}`);
  expect(productPage.status).toBe(200);
  const productData = await stranger.send(`/share/product/${productToken}`, { headers: { rsc: "1" } });
  const json = await stranger.send(`/api/share/quotes/${token}`);
  expect(json.status).toBe(200);
  const page = await stranger.send(`/share/quote/${token}`);
  expect(page.status).toBe(200);
  const data = await stranger.send(`/share/quote/${token}`, { headers: { rsc: "1" } });
  const paper = await stranger.send(`/share/quote/${token}/print?paper=a4`);
  expect(paper.status).toBe(200);
  return [
    ["shared quote", json.text],
    ["shared page", page.text],
    ["shared page data", data.text],
    ["shared paper", paper.text],
    ["shared product", product.text],
    ["shared product page", productPage.text],
    ["shared product page data", productData.text],
  ];
}

async function pagesOf(client: ApiClient, url: string, number: string): Promise<[string, string][]> {
  const paths = ["/", "/catalog", `/catalog?q=${LICENCE}`, `/products/cloudblue/${LICENCE}`, "/carts", "/quotes"];
  const all = [...paths, `/quotes/${number}`, `/quotes/${number}/v1/print`, "/changes", "/status"];
  const texts: [string, string][] = [];
  for (const path of all) {
    for (const headers of [{}, { rsc: "1" }]) {
      const answer = await fetch(url + path, {
        headers: { cookie: client.cookie ?? "", ...headers } as Record<string, string>,
      });
      texts.push([`${path} ${JSON.stringify(headers)}`, await answer.text()]);
    }
  }
  return texts;
}
