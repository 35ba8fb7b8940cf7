import { clientWith } from "@/e2e/harness/api-client";

export type WorkSample = { readonly kind: string; readonly ms: number };
export type MixedWork = { readonly samples: readonly WorkSample[]; readonly failures: number };

type Request = { readonly kind: string; readonly path: string; readonly method?: string; readonly body?: unknown };

/** People at work: each asks, reads for a moment and asks again. */
const PEOPLE = 2;
const READS_FOR_MS = 15;

/** Every kind of request in turn, until told to stop. One list query in two was never asked before. */
export async function workUntil(
  url: string,
  cookie: string,
  { products, isOver }: { readonly products: readonly string[]; readonly isOver: () => boolean },
): Promise<MixedWork> {
  const client = clientWith(url, cookie);
  const cart = await client.send("/api/carts", { method: "POST", body: { name: "Bench", currency: "USD" } });
  if (cart.status >= 300) throw new Error(`no cart: ${cart.status} ${cart.text}`);
  const next = requestsInTurn(products, String(cart.body.id));
  const samples: WorkSample[] = [];
  let failures = 0;
  const person = async () => {
    while (!isOver()) {
      const { kind, path, method = "GET", body } = next();
      const began = performance.now();
      const headers: Record<string, string> = method === "GET" ? {} : { "if-match": "*" };
      const answer = await client.send(path, { method, body, headers });
      samples.push({ kind, ms: performance.now() - began });
      if (answer.status >= 400) failures += 1;
      await new Promise((resolve) => setTimeout(resolve, READS_FOR_MS));
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, person));
  await client.send(`/api/carts/${cart.body.id}`, { method: "DELETE", headers: { "if-match": "*" } });
  return { samples, failures };
}

function requestsInTurn(products: readonly string[], cartId: string): () => Request {
  let count = 0;
  const kinds: readonly ((nth: number) => Request)[] = [
    () => ({ kind: "list", path: "/api/products?q=essential&sort=price" }),
    (nth) => ({ kind: "new list", path: `/api/products?q=business&priceMin=${nth % 97}.${nth}` }),
    (nth) => ({ kind: "product", path: `/api/products/cloudblue/${products[nth % products.length]}` }),
    (nth) => ({ kind: "page", path: `/catalog?q=${nth % 2 === 0 ? "essential" : "premium"}` }),
    () => ({ kind: "session", path: "/api/session" }),
    () => ({ kind: "status", path: "/api/status" }),
    (nth) => ({ kind: "write", path: `/api/carts/${cartId}`, method: "PATCH", body: { name: `Bench ${nth}` } }),
  ];
  return () => {
    const kind = kinds[count % kinds.length] ?? kinds[0];
    count += 1;
    if (!kind) throw new Error("there is no work");
    return kind(count);
  };
}
