import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { setActiveCartId, useActiveCartId } from "@/lib/client/active-cart";
import { callApi, getJson, pathOf } from "@/lib/client/api";
import { cartKey, cartListKey } from "@/lib/client/cart-keys";
import type { CartDto, CartSummary } from "@/lib/contracts/cart";
import type { LineInput } from "@/lib/contracts/cart-line";

type CartList = { items: CartSummary[]; total: number };

export const cartListQuery = queryOptions({
  queryKey: cartListKey,
  queryFn: ({ signal }) => getJson<CartList>("/api/carts", { signal }),
});

function cartQuery(id: string | null) {
  return queryOptions({
    queryKey: cartKey(id ?? ""),
    queryFn: ({ client, signal }) => readCart(client, id ?? "", signal),
    enabled: id !== null,
  });
}

/** The cart chosen in this browser, else the one changed last. */
export function useActiveCart(): { carts: readonly CartSummary[] | undefined; active: CartSummary | null } {
  const chosen = useActiveCartId();
  const { data } = useQuery(cartListQuery);
  const active = data?.items.find((cart) => cart.id === chosen) ?? data?.items[0] ?? null;
  return { carts: data?.items, active };
}

/** Lines of the active cart, for "In cart: 5" on a row. */
export function useActiveCartLines(): CartDto["lines"] {
  const { active } = useActiveCart();
  const { data } = useQuery(cartQuery(active?.id ?? null));
  return data?.lines ?? [];
}

/** Reads a cart; an answer that a later write has overtaken on its way is not shown. */
export async function readCart(client: QueryClient, id: string, signal: AbortSignal): Promise<CartDto> {
  const cart = await getJson<CartDto>(`/api${pathOf("carts", id)}`, { signal });
  return laterCart(client.getQueryData<CartDto>(cartKey(id)), cart);
}

/** Answers come in any order: of two the one with the later version counts. */
export function laterCart(held: CartDto | undefined, cart: CartDto): CartDto {
  return held && held.version > cart.version ? held : cart;
}

/** Puts a cart answer where every screen reads it. */
export function keepCart(client: QueryClient, cart: CartDto): void {
  client.setQueryData<CartDto>(cartKey(cart.id), (held) => laterCart(held, cart));
  void client.invalidateQueries({ queryKey: cartListKey, exact: true });
}

const anyVersion = { "If-Match": "*" };

/** The new cart is the active one at once, so that a refused first line does not begin a second cart. */
async function beginCart(client: QueryClient, name: string, currency: string): Promise<CartDto> {
  const cart = (await callApi<CartDto>("POST", "/api/carts", { body: { name, currency } })).body;
  keepCart(client, cart);
  setActiveCartId(cart.id);
  return cart;
}

let beginning: Promise<CartDto> | null = null;

/** Where there is no cart yet: products added before it is there, and before the list tells of it, go into one. */
function firstCart(client: QueryClient, currency: string): Promise<CartDto> {
  if (beginning) return beginning;
  const begun = beginCart(client, "New cart", currency);
  beginning = begun;
  void begun
    .then(() => client.refetchQueries({ queryKey: cartListKey, exact: true }))
    .catch(() => undefined)
    .finally(() => (beginning = null));
  return begun;
}

export function useCreateCart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, currency }: { name: string; currency: string }) => beginCart(client, name, currency),
  });
}

type Addition = { line: LineInput; currency: string };

/** Adds to the active cart; without one a "New cart" is begun in the product's currency. The count rises at once. */
export function useAddToCart() {
  const client = useQueryClient();
  const { active } = useActiveCart();
  return useMutation({
    mutationFn: async ({ line, currency }: Addition) => {
      const id = active?.id ?? (await firstCart(client, currency)).id;
      const path = `/api${pathOf("carts", id, "lines")}`;
      return (await callApi<CartDto>("POST", path, { body: line, headers: anyVersion })).body;
    },
    onMutate: async () => {
      await client.cancelQueries({ queryKey: cartListKey, exact: true });
      const before = client.getQueryData<CartList>(cartListKey);
      const raise = (cart: CartSummary) => (cart.id === active?.id ? { ...cart, lineCount: cart.lineCount + 1 } : cart);
      if (before) client.setQueryData<CartList>(cartListKey, { ...before, items: before.items.map(raise) });
      return { before };
    },
    onError: (_error, _line, context) => {
      if (context?.before) client.setQueryData(cartListKey, context.before);
    },
    onSuccess: (cart) => {
      keepCart(client, cart);
      setActiveCartId(cart.id);
    },
  });
}

export function useSetQuantity() {
  const client = useQueryClient();
  const { active } = useActiveCart();
  return useMutation({
    mutationFn: async ({ lineId, quantity }: { lineId: string; quantity: string }) => {
      const path = `/api${pathOf("carts", active?.id ?? "", "lines", lineId)}`;
      return (await callApi<CartDto>("PATCH", path, { body: { quantity }, headers: anyVersion })).body;
    },
    onSuccess: (cart) => keepCart(client, cart),
  });
}
