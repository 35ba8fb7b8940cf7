import type { Desk } from "@/e2e/harness/desk";
import { emailOf, passwordOf } from "@/e2e/harness/desk";
import type { CartDto } from "@/lib/contracts/cart";
import type { ProductList } from "@/lib/contracts/catalog";
import type { SyncDto } from "@/lib/contracts/sync";
import type { Role } from "@/lib/contracts/session";

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests read the fields they assert on; a wrong shape fails the assertion.
  // oxlint-disable-next-line typescript/no-explicit-any -- see above
  readonly body: any;
};

export type Sending = {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Speaks to a desk as a script would: a session cookie, JSON and our own origin. */
export type ApiClient = { send(path: string, sending?: Sending): Promise<Answer>; readonly cookie: string | null };

export async function apiClient(desk: Pick<Desk, "url">, role: Role | null): Promise<ApiClient> {
  const cookie = role ? await signedInCookie(desk.url, emailOf(role), passwordOf(role)) : null;
  return clientWith(desk.url, cookie);
}

export async function signedInCookie(url: string, email: string, password: string): Promise<string> {
  const answer = await clientWith(url, null).send("/api/session", { method: "POST", body: { email, password } });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (answer.status !== 200 || !cookie) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
  return cookie;
}

export function clientWith(url: string, cookie: string | null): ApiClient {
  return {
    cookie,
    send: async (path, { method = "GET", body, headers = {} } = {}) => {
      const answer = await fetch(url + path, {
        method,
        redirect: "manual",
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(method === "GET" ? {} : { origin: url, "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
      return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : null };
    },
  };
}

/** The key of the one product with this part number. */
export async function keyOf(client: ApiClient, vendor: string, partNumber: string): Promise<string> {
  const { body } = await client.send(`/api/products?vendor=${vendor}&q=${encodeURIComponent(partNumber)}`);
  const found = (body as ProductList).items.find((item) => item.partNumber === partNumber);
  if (!found) throw new Error(`no product with part number ${partNumber}`);
  return found.key;
}

export async function newCart(client: ApiClient, name = "Test cart"): Promise<CartDto> {
  const { status, body, text } = await client.send("/api/carts", { method: "POST", body: { name, currency: "USD" } });
  if (status !== 201) throw new Error(`no cart: ${status} ${text}`);
  return body as CartDto;
}

export async function addLine(client: ApiClient, cart: CartDto, line: Record<string, unknown>): Promise<CartDto> {
  const headers = { "if-match": "*" };
  const { status, body, text } = await client.send(`/api/carts/${cart.id}/lines`, {
    method: "POST",
    body: line,
    headers,
  });
  if (status !== 201) throw new Error(`no line: ${status} ${text}`);
  return body as CartDto;
}

const SYNC_MS = 60_000;

/** Starts a sync of one vendor and waits for its end. */
export async function syncToEnd(client: ApiClient, vendor: string): Promise<SyncDto> {
  const before = await newestSync(client, vendor);
  const started = await client.send("/api/syncs", { method: "POST", body: { vendor } });
  if (started.status !== 202) throw new Error(`sync was not started: ${started.status} ${started.text}`);
  const deadline = Date.now() + SYNC_MS;
  while (Date.now() < deadline) {
    const newest = await newestSync(client, vendor);
    if (newest && newest.id !== before?.id && newest.state !== "running") return newest;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the sync of ${vendor} did not end`);
}

async function newestSync(client: ApiClient, vendor: string): Promise<SyncDto | undefined> {
  const { body } = await client.send("/api/syncs?pageSize=50");
  return (body as { items: SyncDto[] }).items.find((sync) => sync.vendor === vendor);
}

/** A journey that speaks of "the cart" begins without those that others left on the shared desk. */
export async function withoutCarts(desk: Pick<Desk, "url">, role: Role): Promise<void> {
  const person = await apiClient(desk, role);
  for (const { id } of (await person.send("/api/carts")).body.items)
    await person.send(`/api/carts/${id}`, { method: "DELETE", headers: { "if-match": "*" } });
}
