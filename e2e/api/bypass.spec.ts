import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { addLine, type ApiClient, apiClient, keyOf, newCart } from "@/e2e/harness/api-client";
import { bypassVariants, type Variant, writeVariants } from "@/e2e/harness/bypass-variants";
import type { Desk } from "@/e2e/harness/desk";
import { rawRequest } from "@/e2e/harness/raw-request";
import { expect, test } from "@/e2e/fixtures";
import { projectRoot } from "@/lib/cli/build-app";
import type { ProductList } from "@/lib/contracts/catalog";
import { allRoutes } from "@/lib/contracts/openapi";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";
const AT_ONCE = 6;
const VARIANTS_MIN = 60;
const words = { cart: "Canary cart 7f3a19", customer: "Canary customer 91c2d0", list: "Canary list 5b77e2" };

/** What each placeholder of an address stands for: things that exist, so that a way around would show them. */
type Places = Readonly<Record<string, string>>;

async function plant(seller: ApiClient): Promise<Places> {
  const key = await keyOf(seller, "cloudblue", LICENCE);
  const cart = await addLine(seller, await newCart(seller, words.cart), { vendor: "cloudblue", key, quantity: "2" });
  const post = async (path: string, body: unknown) => (await seller.send(path, { method: "POST", body })).body;
  const { number } = await post("/api/quotes", { cartId: cart.id, customer: { name: words.customer } });
  await post(`/api/quotes/${number}/send`, {});
  const link = await post(`/api/quotes/${number}/links`, {});
  const list = await post("/api/favourites", { name: words.list, items: [{ vendor: "cloudblue", key }] });
  const common = { vendor: "cloudblue", key, number, move: "withdraw", version: "v1", n: "1", plan: "any" };
  return { ...common, lineId: cart.lines[0]?.id ?? "", cart: cart.id, favourites: list.id, quotes: link.id };
}

/** `{id}` is the id of whatever the address before it is about. */
function filled(pattern: string, places: Places): string {
  const area = pattern.startsWith("/api/favourites") ? "favourites" : pattern.includes("/links/") ? "quotes" : "cart";
  const { [area]: id = "1" } = places;
  return pattern.replace(/[{[](\w+)[}\]]/g, (_, name: string) => (name === "id" ? id : (places[name] ?? "1")));
}

/** Every page of the desk, found where pages are; outsiders' pages and the sign-in are open on purpose. */
function protectedPages(): string[] {
  const app = join(projectRoot, "app");
  const files = readdirSync(app, { recursive: true, withFileTypes: true }).filter(({ name }) => name === "page.tsx");
  const addresses = files.map(({ parentPath }) => `/${relative(app, parentPath)}`.replace(/\/\([\w-]+\)/g, "") || "/");
  return addresses.filter((address) => !address.startsWith("/share/") && address !== "/sign-in").toSorted();
}

async function canariesOf(seller: ApiClient): Promise<readonly string[]> {
  const { items } = (await seller.send("/api/products?pageSize=200")).body as ProductList;
  const told = items.flatMap(({ name, partNumber }) => [name, partNumber]).filter((text) => text.length > 10);
  return [...new Set([...Object.values(words), ...told])];
}

async function stateOf(seller: ApiClient, manager: ApiClient, places: Places): Promise<string> {
  const own = ["/api/carts", `/api/carts/${places.cart}`, `/api/quotes/${places.number}`, "/api/favourites"];
  const answers = [
    ...(await Promise.all(own.map((path) => seller.send(path)))),
    ...(await Promise.all(["/api/price-rules", "/api/syncs", "/api/customers"].map((path) => manager.send(path)))),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  return answers.map(({ text }) => text).join("\n");
}

/** The variants whose answer holds something of the desk, or that succeeded where only a refusal is right. */
async function leaks(desk: Desk, variants: readonly Variant[], canaries: readonly string[], mustRefuse: string | null) {
  const found: string[] = [];
  const waiting = [...variants];
  const work = async () => {
    for (let variant = waiting.pop(); variant; variant = waiting.pop()) {
      const { name, method, target, headers, body } = variant;
      const answer = await rawRequest(desk.url, `${method} ${target} HTTP/1.1`, headers, body);
      const asked = decodeLeniently(target);
      const told = canaries.find((canary) => answer.text.includes(canary) && !asked.includes(canary));
      if (told !== undefined) found.push(`${name} told “${told}”`);
      const exact = target === mustRefuse || target.startsWith(`${mustRefuse}?`);
      // To `x-middleware-prefetch` the web server itself answers an empty object, without asking the route.
      const said = !/^(?:\w+\r\n)?(?:\{\})?\s*(?:0\s*)?$/.test(answer.text);
      if (exact && said && answer.status >= 200 && answer.status < 300) {
        found.push(`${name} answered ${answer.status}`);
      }
      if (answer.status >= 500 && !["TRACE", "QUERY", "PROPFIND"].includes(method)) {
        found.push(`${name} answered ${answer.status}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

function decodeLeniently(target: string): string {
  return target.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

test("no page and no route can be talked into showing or changing anything, whatever way it is asked", async ({
  desk,
}) => {
  test.setTimeout(600_000);
  const [seller, manager] = await Promise.all([apiClient(desk, "seller"), apiClient(desk, "manager")]);
  const places = await plant(seller);
  const canaries = await canariesOf(seller);
  expect(canaries.length).toBeGreaterThan(100);
  const before = await stateOf(seller, manager, places);
  const { host } = new URL(desk.url);

  const pages = protectedPages();
  expect(pages.length).toBeGreaterThanOrEqual(13);
  for (const page of pages) {
    const variants = bypassVariants(filled(page, places), host);
    expect(variants.length).toBeGreaterThanOrEqual(VARIANTS_MIN);
    expect(await leaks(desk, variants, canaries, null)).toEqual([]);
  }
  for (const { contract } of allRoutes()) {
    const { access, method, path: pattern } = contract;
    if (access === "anyone" || access === "outsider") continue;
    const path = filled(pattern, places);
    const variants = method === "GET" ? bypassVariants(path, host) : writeVariants(path, method, desk.url);
    expect(variants.length).toBeGreaterThanOrEqual(VARIANTS_MIN);
    expect(await leaks(desk, variants, canaries, path)).toEqual([]);
  }

  // The same addresses do show these words to whoever is signed in, so the search above looks for the right thing.
  expect((await seller.send(filled("/api/carts/{id}", places))).text).toContain(words.cart);
  expect((await seller.send(filled("/api/favourites/{id}", places))).text).toContain(words.list);
  const shown = await seller.send(filled("/quotes/[number]", places));
  expect([shown.status, shown.text.includes(words.customer)]).toEqual([200, true]);
  expect(await stateOf(seller, manager, places)).toBe(before);
  expect(desk.isAlive()).toBe(true);
  // Other journeys of this account begin without a list.
  const { status } = await seller.send(filled("/api/favourites/{id}", places), { method: "DELETE" });
  expect(status).toBe(204);
});
