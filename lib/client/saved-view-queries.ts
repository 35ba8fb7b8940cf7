import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi, getJson, pathOf } from "@/lib/client/api";
import type { SavedView } from "@/lib/contracts/saved-views";

export const savedViewsQuery = queryOptions({
  queryKey: ["saved-views"],
  queryFn: async ({ signal }) => (await getJson<{ items: SavedView[] }>("/api/saved-views", { signal })).items,
});

type Content = { readonly name: string; readonly search: string; readonly shared: boolean };

export type SavedViewWrite =
  | ({ readonly kind: "create" } & Content)
  | ({ readonly kind: "change"; readonly id: string } & Partial<Content>)
  | { readonly kind: "delete"; readonly id: string };

/** Every screen that lists the views shows them as the server has them after the change. */
export function useSavedViewWrite() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: "saved-views" },
    mutationFn: sendWrite,
    onSettled: () => client.invalidateQueries({ queryKey: savedViewsQuery.queryKey }),
  });
}

async function sendWrite(write: SavedViewWrite): Promise<SavedView | null> {
  if (write.kind === "create") {
    const { name, search, shared } = write;
    return (await callApi<SavedView>("POST", "/api/saved-views", { body: { name, search, shared } })).body;
  }
  const path = `/api${pathOf("saved-views", write.id)}`;
  if (write.kind === "delete") {
    await callApi("DELETE", path);
    return null;
  }
  const { kind: _kind, id: _id, ...body } = write;
  return (await callApi<SavedView>("PATCH", path, { body })).body;
}
