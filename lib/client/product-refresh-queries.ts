import { queryOptions } from "@tanstack/react-query";
import { callApi, getJson, pathOf } from "@/lib/client/api";
import type { ProductDto, ProductRefreshDto } from "@/lib/contracts/product";

type Ref = { readonly vendor: string; readonly key: string };

const ASK_EVERY_MS = 2_000;

function productPath({ vendor, key }: Ref, ...more: readonly string[]): string {
  return `/api${pathOf("products", vendor, key, ...more)}`;
}

export async function askVendorAgain(product: Ref): Promise<ProductRefreshDto> {
  return (await callApi<ProductRefreshDto>("POST", productPath(product, "refresh"), { body: {} })).body;
}

/** When the catalog that holds this product was read; asked again and again while it is looked at. */
export function productAsOfQuery(product: Ref) {
  return queryOptions({
    queryKey: ["product-as-of", product.vendor, product.key],
    queryFn: async ({ signal }) => (await getJson<ProductDto>(productPath(product), { signal })).asOf,
    refetchInterval: ASK_EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  });
}
