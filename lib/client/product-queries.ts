import { queryOptions } from "@tanstack/react-query";
import { getJson, pathOf } from "@/lib/client/api";
import type { ProductDto } from "@/lib/contracts/product";

/** One product with its plans, figures and requirements. */
export function productQuery(vendor: string, key: string, locale?: string) {
  return queryOptions({
    queryKey: ["products", "one", vendor, key, locale ?? ""],
    queryFn: ({ signal }) =>
      getJson<ProductDto>(`/api${pathOf("products", vendor, key)}`, { search: locale ? { locale } : {}, signal }),
  });
}
