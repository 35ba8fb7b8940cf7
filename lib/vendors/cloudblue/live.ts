import type { VendorFilter } from "@/lib/domain/catalog/vendor-question";
import type { CloudBlueClient, CloudBlueProductQuery } from "@/lib/vendors/cloudblue/client";
import { mapCloudBlueRecord } from "@/lib/vendors/cloudblue/mapper";
import { inVendorWords, type LiveCatalog, toLivePage } from "@/lib/vendors/live-catalog";

/** `name`, `serviceName` and `vendor` exist from 1.15 on; older versions ignore them and answer with everything. */
const filters = {
  partNumber: "mpn",
  name: "name",
  service: "serviceName",
  provider: "vendor",
} as const satisfies Partial<Record<VendorFilter, keyof CloudBlueProductQuery>>;

/** More variants of one part number than the documents let expect. */
const variantsMax = 100;

export function createCloudBlueLive(client: CloudBlueClient): LiveCatalog {
  const read = async (query: CloudBlueProductQuery, locale: string, signal: AbortSignal) => {
    const { data, pagination } = await client.listProducts(query, { signal });
    const mapped = data.map((record) => mapCloudBlueRecord(record, { locale, redact: client.http.redact }));
    return toLivePage(mapped, pagination.total ?? null);
  };
  return {
    products: {
      filters: Object.keys(filters) as (keyof typeof filters)[],
      readPage: ({ locale, page, pageSize, filters: asked }, signal) => {
        const query = { offset: (page - 1) * pageSize, limit: pageSize, ...inVendorWords(filters, asked) };
        return read(query, locale, signal);
      },
      // The two official specifications have no address of a single product; the filter gives all its variants.
      readProduct: async ({ partNumber, locale }, signal) => {
        const { products } = await read({ limit: variantsMax, mpn: partNumber }, locale, signal);
        return products.filter((product) => product.partNumber === partNumber);
      },
    },
    publicProducts: null,
    nameLists: [],
    readNames: async () => [],
  };
}
