import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi, getJson, pathOf } from "@/lib/client/api";
import type { NewLink } from "@/lib/client/quote-shapes";
import type { ProductLinkDto } from "@/lib/contracts/public-product";

export type LinkedProduct = { readonly vendor: string; readonly key: string };

type LinkWrite =
  | { readonly kind: "make"; readonly days: number; readonly currency: string | null }
  | { readonly kind: "withdraw"; readonly id: string };

function linksPath({ vendor, key }: LinkedProduct, ...more: readonly string[]): string {
  return `/api${pathOf("products", vendor, key, "links", ...more)}`;
}

export function productLinksQuery(product: LinkedProduct) {
  const path = linksPath(product);
  return queryOptions({
    queryKey: ["product-links", path],
    queryFn: async ({ signal }) => (await getJson<{ items: ProductLinkDto[] }>(path, { signal })).items,
    staleTime: 0,
  });
}

/** Answers with the new link, whose address is told this once; null after withdrawing one. */
export function useProductLinkWrite(product: LinkedProduct) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (write: LinkWrite): Promise<NewLink | null> => {
      if (write.kind === "withdraw") {
        await callApi("DELETE", linksPath(product, write.id));
        return null;
      }
      const body = { days: write.days, ...(write.currency === null ? {} : { currency: write.currency }) };
      return (await callApi<NewLink>("POST", linksPath(product), { body })).body;
    },
    onSettled: () => client.invalidateQueries({ queryKey: productLinksQuery(product).queryKey }),
  });
}
