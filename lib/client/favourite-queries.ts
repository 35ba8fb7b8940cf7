import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { keepCart } from "@/lib/client/active-cart-queries";
import { ApiError, callApi, getJson, pathOf } from "@/lib/client/api";
import type { FavouriteDetail, FavouriteList, ListToCart } from "@/lib/contracts/favourites";

export type ProductRef = { readonly vendor: string; readonly key: string };

const listsKey = ["favourites"] as const;

const detailKey = (id: string) => [...listsKey, id] as const;

export const favouriteListsQuery = queryOptions({
  queryKey: listsKey,
  queryFn: async ({ signal }) => (await getJson<{ items: FavouriteList[] }>("/api/favourites", { signal })).items,
});

export function favouriteDetailQuery(id: string) {
  return queryOptions({
    queryKey: detailKey(id),
    queryFn: async ({ signal, client }) => {
      try {
        return await getJson<FavouriteDetail>(`/api${pathOf("favourites", id)}`, { signal });
      } catch (error) {
        await forgetGone(client, error);
        throw error;
      }
    },
  });
}

/** A list that is no longer shared, or deleted meanwhile, leaves every screen. */
async function forgetGone(client: QueryClient, error: unknown): Promise<void> {
  if (error instanceof ApiError && error.status === 404) {
    await client.invalidateQueries({ queryKey: listsKey, exact: true });
  }
}

export function isOn(list: FavouriteList, ref: ProductRef): boolean {
  return list.products.some(({ vendor, key }) => vendor === ref.vendor && key === ref.key);
}

export type FavouriteWrite =
  | { readonly kind: "create"; readonly name: string; readonly shared: boolean; readonly items: readonly ProductRef[] }
  | { readonly kind: "change"; readonly id: string; readonly name?: string; readonly shared?: boolean }
  | { readonly kind: "delete"; readonly id: string }
  | {
      readonly kind: "items";
      readonly id: string;
      readonly add?: readonly ProductRef[];
      readonly remove?: readonly ProductRef[];
    };

/** Lists change one after the other; what the server answers stands on every screen at once. */
export function useFavouriteWrite() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: "favourites" },
    mutationFn: sendWrite,
    onSuccess: (list, write) => keepList(client, list, write),
    onError: () => client.invalidateQueries({ queryKey: listsKey }),
  });
}

export function useAddListToCart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, cartId }: { id: string; cartId: string }) => {
      const path = `/api${pathOf("favourites", id, "cart")}`;
      return (await callApi<ListToCart>("POST", path, { body: { cartId } })).body;
    },
    onSuccess: ({ cart }) => keepCart(client, cart),
    onError: (error) => forgetGone(client, error),
  });
}

function refs(items: readonly ProductRef[] = []) {
  return items.map(({ vendor, key }) => ({ vendor, key }));
}

async function sendWrite(write: FavouriteWrite): Promise<FavouriteList | null> {
  if (write.kind === "create") {
    const { name, shared, items } = write;
    return (await callApi<FavouriteList>("POST", "/api/favourites", { body: { name, shared, items: refs(items) } }))
      .body;
  }
  const path = `/api${pathOf("favourites", write.id)}`;
  if (write.kind === "delete") {
    await callApi("DELETE", path);
    return null;
  }
  if (write.kind === "items") {
    const body = { add: refs(write.add), remove: refs(write.remove) };
    return (await callApi<FavouriteList>("POST", `${path}/items`, { body })).body;
  }
  const { name, shared } = write;
  const body = { ...(name === undefined ? {} : { name }), ...(shared === undefined ? {} : { shared }) };
  return (await callApi<FavouriteList>("PATCH", path, { body })).body;
}

function keepList(client: QueryClient, list: FavouriteList | null, write: FavouriteWrite): void {
  const id = list?.id ?? (write.kind === "delete" ? write.id : null);
  client.setQueryData(favouriteListsQuery.queryKey, (before) => {
    if (!before) return before;
    const others = before.filter((one) => one.id !== id);
    if (!list) return others;
    const at = before.findIndex((one) => one.id === id);
    return at === -1 ? [list, ...others] : before.with(at, list);
  });
  if (write.kind === "delete") client.removeQueries({ queryKey: detailKey(write.id) });
  else if (id !== null) void client.invalidateQueries({ queryKey: detailKey(id) });
}
