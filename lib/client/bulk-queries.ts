import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keepCart } from "@/lib/client/active-cart-queries";
import { ApiError, callApi, getJson, pathOf, withSearch } from "@/lib/client/api";
import { catalogSearch, type CatalogFilter } from "@/lib/client/catalog-queries";
import type { ProductRef } from "@/lib/client/favourite-queries";
import type { ProductList, ProductSummary } from "@/lib/contracts/catalog";
import type { ListToCart } from "@/lib/contracts/favourites";

/** As many rows as can be selected at once. */
export const SELECTED_MAX = 1_000;

const PAGE_ROWS = 200;

export type ExportFormat = "csv" | "xlsx";

const bare = ({ vendor, key }: ProductRef) => ({ vendor, key });

/** Every product of the list, in its order, as far as a selection goes. */
export async function loadAllMatching(filter: CatalogFilter): Promise<ProductSummary[]> {
  const all: ProductSummary[] = [];
  for (let page = 1; all.length < SELECTED_MAX; page += 1) {
    const search = { ...catalogSearch(filter), page, pageSize: PAGE_ROWS };
    const list = await getJson<ProductList>("/api/products", { search });
    all.push(...list.items);
    if (page * PAGE_ROWS >= list.total) break;
  }
  return all;
}

export function useAddProducts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ cartId, products }: { cartId: string; products: readonly ProductRef[] }) => {
      const path = `/api${pathOf("carts", cartId, "products")}`;
      return (await callApi<ListToCart>("POST", path, { body: { items: products.map(bare) } })).body;
    },
    onSuccess: ({ cart }) => keepCart(client, cart),
  });
}

/** The file of the whole list, as a plain download link. */
export function exportHref(filter: CatalogFilter, format: ExportFormat, columns: readonly string[]): string {
  return withSearch("/api/products/export", { ...catalogSearch(filter), format, columns: columns.join(".") });
}

type SelectionExport = {
  readonly products: readonly ProductRef[];
  readonly format: ExportFormat;
  /** Left out = the usual ones. */
  readonly columns?: readonly string[];
  /** Left out = the first of the desk's languages. */
  readonly locale?: string | undefined;
};

/** A selection does not fit an address, so it is asked for and then handed to the browser's downloads. */
export function useExportSelection() {
  return useMutation({
    mutationFn: async ({ products, format, columns, locale }: SelectionExport) => {
      const response = await fetch("/api/products/export", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ format, columns: columns?.join("."), locale, items: products.map(bare) }),
      });
      if (!response.ok) throw new ApiError(response.status, null, null);
      const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
      return { name: name ?? `catalog.${format}`, content: await response.blob() };
    },
    onSuccess: ({ name, content }) => download(name, content),
  });
}

function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
