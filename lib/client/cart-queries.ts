import {
  queryOptions,
  useIsMutating,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import { keepCart, readCart } from "@/lib/client/active-cart-queries";
import { ApiError, callApi, getJson, pathOf } from "@/lib/client/api";
import { cartKey, cartListKey } from "@/lib/client/cart-keys";
import { type CartWrite, previewWrite } from "@/lib/client/preview-cart-write";
import type { CartDto, CreateCart, PasteResult } from "@/lib/client/cart-shapes";
import type { PlanConfigurationDto } from "@/lib/contracts/product";

export function cartQuery(id: string) {
  return queryOptions({
    queryKey: cartKey(id),
    queryFn: ({ client, signal }) => readCart(client, id, signal),
    refetchOnWindowFocus: true,
  });
}

export function planConfigurationQuery(ref: { vendor: string; key: string; plan: string }) {
  const path = `/api${pathOf("products", ref.vendor, ref.key, "plans", ref.plan, "configuration")}`;
  return queryOptions({
    queryKey: ["products", ref.vendor, ref.key, "plans", ref.plan, "configuration"] as const,
    queryFn: ({ signal }) => getJson<PlanConfigurationDto>(path, { signal }),
    staleTime: Infinity,
  });
}

/** Somebody else was faster: what they did, and the write that was refused. */
export type StaleSave = { changed: readonly { label: string; who: string; at: string }[]; write: CartWrite };

/** The cart as it will be once every write under way is through; a refused write vanishes from it again. */
export function useCart(id: string, initialData?: CartDto) {
  const query = useQuery({ ...cartQuery(id), ...(initialData ? { initialData } : {}) });
  const pending = useMutationState({
    filters: { mutationKey: writeKey(id), status: "pending" },
    select: (mutation) => mutation.state.variables as CartWrite,
  });
  return { cart: query.data ? pending.reduce(previewWrite, query.data) : undefined, query };
}

export function useCartIsSaving(id: string): boolean {
  return useIsMutating({ mutationKey: writeKey(id) }) > 0;
}

/** Writes go one after the other, each on top of the version the one before it made. */
export function useCartWrite(id: string, onRefused: (error: Error, write: CartWrite) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: writeKey(id),
    scope: { id: `cart ${id}` },
    mutationFn: (write: CartWrite) => sendWrite(id, write, versionOf(client, id)),
    onSuccess: (cart) => keepCart(client, cart),
    onError: (error, write) => {
      const current = cartOfRefusal(error);
      if (current) keepCart(client, current);
      else void client.invalidateQueries({ queryKey: cartKey(id), exact: true });
      onRefused(error, write);
    },
  });
}

export function staleSaveOf(error: Error, write: CartWrite): StaleSave | null {
  if (!(error instanceof ApiError) || error.code !== "stale") return null;
  const changed = error.problem?.["changed"];
  return { changed: Array.isArray(changed) ? (changed as StaleSave["changed"]) : [], write };
}

export async function createCart(body: CreateCart): Promise<CartDto> {
  return (await callApi<CartDto>("POST", "/api/carts", { body })).body;
}

export async function deleteCart(id: string): Promise<void> {
  await callApi("DELETE", `/api${pathOf("carts", id)}`, { headers: { "If-Match": "*" } });
}

export function usePaste(id: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ text, dryRun }: { text: string; dryRun: boolean }) => {
      const path = `/api${pathOf("carts", id ?? "", "paste")}`;
      const headers = { "If-Match": "*" };
      const search = { dryRun };
      return (await callApi<PasteResult>("POST", path, { body: { text, dryRun }, search, headers })).body;
    },
    onSuccess: ({ cart }) => (cart ? keepCart(client, cart) : undefined),
  });
}

export function forgetCart(client: QueryClient, id: string): void {
  client.removeQueries({ queryKey: cartKey(id), exact: true });
  void client.invalidateQueries({ queryKey: cartListKey, exact: true });
}

function writeKey(id: string) {
  return ["write", ...cartKey(id)] as const;
}

function versionOf(client: QueryClient, id: string): string {
  const cart = client.getQueryData<CartDto>(cartKey(id));
  return cart ? `"${cart.version}"` : "*";
}

function cartOfRefusal(error: Error): CartDto | null {
  const cart = error instanceof ApiError && error.code === "stale" ? error.problem?.["cart"] : null;
  return typeof cart === "object" && cart !== null && "lines" in cart ? (cart as CartDto) : null;
}

async function sendWrite(id: string, write: CartWrite, version: string): Promise<CartDto> {
  const { method, under, body } = requestFor(write);
  const path = `/api${pathOf("carts", id, ...under)}`;
  return (await callApi<CartDto>(method, path, { body, headers: { "If-Match": version } })).body;
}

function requestFor(write: CartWrite): { method: string; under: readonly string[]; body?: unknown } {
  if (write.kind === "rename") return { method: "PATCH", under: [], body: { name: write.name } };
  if (write.kind === "fix") return { method: "POST", under: ["fixes"], body: { fixId: write.fix.id } };
  if (write.kind === "undo") return { method: "POST", under: ["undo"], body: {} };
  const under = ["lines", write.lineId];
  if (write.kind === "remove") return { method: "DELETE", under };
  return { method: "PATCH", under, body: write.kind === "quantity" ? { quantity: write.quantity } : write.change };
}
