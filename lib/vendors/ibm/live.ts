import type { VendorProduct } from "@/lib/domain/catalog/product";
import type { VendorFilter, VendorNameList } from "@/lib/domain/catalog/vendor-question";
import type { MappedRecord } from "@/lib/vendors/crawl";
import { type IbmClient, ibmNames, type IbmProductQuery } from "@/lib/vendors/ibm/client";
import { mapIbmRecord, type MapSettings } from "@/lib/vendors/ibm/mapper";
import type { IbmList } from "@/lib/vendors/ibm/schemas";
import { inVendorWords, type LiveCatalog, type LivePage, type LiveRef, toLivePage } from "@/lib/vendors/live-catalog";
import { plainText, textMax } from "@/lib/vendors/text";
import { vendorError } from "@/lib/vendors/transport/failure";

/** All documented filters of the public list; each matches exactly and letter by letter. */
const publicFilters = {
  partNumber: "productId",
  name: "naturalLanguageName",
  provider: "provider.name",
  category: "category",
  primaryCategory: "primaryCategory",
  serviceType: "serviceType",
  topic: "topics",
} as const satisfies Partial<Record<VendorFilter, keyof IbmProductQuery>>;

export const ibmNameLists: readonly VendorNameList[] = ["categories", "topics", "service-types", "locales"];

/** The reseller list knows no filter (IBM's API Explorer, "Get products for a reseller"). */
export function createIbmLive(client: IbmClient): LiveCatalog {
  const mapping = (locale: string): MapSettings => ({ locale, redact: client.http.redact });
  return {
    products: {
      filters: [],
      readPage: async ({ locale, page, pageSize }, signal) => {
        const list = await client.listResellerProducts({ locale, page, pageSize }, { signal });
        return pageOf(list, { page, pageSize }, mapping(locale));
      },
      readProduct: async (ref, signal) => {
        const record = await client.readResellerProduct(idOf(ref), ref.locale, { signal });
        return [single(mapIbmRecord(record, mapping(ref.locale)))];
      },
    },
    publicProducts: {
      filters: Object.keys(publicFilters) as (keyof typeof publicFilters)[],
      readPage: async ({ locale, page, pageSize, filters }, signal) => {
        const query = { locale, ...inVendorWords(publicFilters, filters), page, pageSize };
        const list = await client.listProducts(query, { signal });
        return pageOf(list, { page, pageSize }, mapping(locale));
      },
      readProduct: async (ref, signal) => {
        const record = await client.readProduct(idOf(ref), ref.locale, { signal });
        return [single(mapIbmRecord(record, mapping(ref.locale)))];
      },
    },
    nameLists: ibmNameLists,
    readNames: (list, signal) => readIbmNames(client, list, signal),
  };
}

/** An answer that is not the page we asked for holds the whole list; then we take our page of it. */
function pageOf(
  { data, metadata }: IbmList,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  settings: MapSettings,
): LivePage {
  const isWhole = data.length > pageSize || (metadata?.page ?? page) !== page;
  const records = isWhole ? data.slice((page - 1) * pageSize, page * pageSize) : data;
  const mapped = records.map((record) => mapIbmRecord(record, settings));
  return toLivePage(mapped, metadata?.total ?? (isWhole ? data.length : null));
}

export async function readIbmNames(
  client: IbmClient,
  name: VendorNameList,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const list = await client.readList(name, { signal });
  const names = list.data.flatMap((entry) => (typeof entry === "string" ? (plainText(entry, textMax.name) ?? []) : []));
  return [...new Set(name === "locales" ? names.map((locale) => locale.toLowerCase()) : names)];
}

const idOf = ({ externalId, partNumber }: LiveRef) => externalId ?? partNumber;

function single(mapped: MappedRecord): VendorProduct {
  if (mapped.kind === "product") return mapped.product;
  const message = `IBM answered with a product we cannot read: ${mapped.rejected.reason}.`;
  throw vendorError(ibmNames, "read a product", "malformed", message);
}
