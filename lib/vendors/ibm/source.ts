import type { VendorProduct } from "@/lib/domain/catalog/product";
import type { CatalogSource, RejectedRecord, Taxonomy } from "@/lib/vendors/catalog-source";
import { crawlList, type MappedRecord } from "@/lib/vendors/crawl";
import {
  createIbmClient,
  type IbmClient,
  ibmNames,
  type IbmListName,
  type IbmProductQuery,
} from "@/lib/vendors/ibm/client";
import { mapPlanConfiguration } from "@/lib/vendors/ibm/configuration";
import { mapIbmRecord, type MapSettings } from "@/lib/vendors/ibm/mapper";
import { readIbmPage } from "@/lib/vendors/ibm/paging";
import type { IbmSettings } from "@/lib/vendors/ibm/settings";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import { plainText, textMax } from "@/lib/vendors/text";
import { vendorError } from "@/lib/vendors/transport/failure";

export type IbmProductsAnswer = {
  readonly products: readonly VendorProduct[];
  readonly rejected: readonly RejectedRecord[];
  readonly page: number | null;
  readonly pageSize: number | null;
  readonly pageTotal: number | null;
  readonly total: number | null;
};

export type IbmSource = CatalogSource & {
  /** One live page of the public catalog with any of its exact-match filters. */
  readonly readPublicProducts: (query: IbmProductQuery, signal: AbortSignal) => Promise<IbmProductsAnswer>;
  readonly readPublicProduct: (id: string, locale: string, signal: AbortSignal) => Promise<VendorProduct>;
  /** One live page of what may be resold. */
  readonly readResellerProducts: (
    query: Pick<IbmProductQuery, "locale" | "page" | "pageSize">,
    signal: AbortSignal,
  ) => Promise<IbmProductsAnswer>;
  readonly readResellerProduct: (id: string, locale: string, signal: AbortSignal) => Promise<VendorProduct>;
};

/** The documents name no maximum; the example shows 10. */
const pageSizeDefault = 100;

/** The catalog of this vendor is the reseller list: what may be resold. */
export function createIbmSource(settings: IbmSettings & VendorRuntime): IbmSource {
  const client = createIbmClient(settings);
  const pageSize = settings.pageSize ?? pageSizeDefault;
  const mapping = (locale: string): MapSettings => ({ locale, redact: client.http.redact });
  const answerOf = (list: Awaited<ReturnType<IbmClient["listProducts"]>>, locale: string): IbmProductsAnswer => {
    const { page = null, pageSize: size = null, pageTotal = null, total = null } = list.metadata ?? {};
    const mapped = list.data.map((record) => mapIbmRecord(record, mapping(locale)));
    const products = mapped.flatMap((record) => (record.kind === "product" ? [record.product] : []));
    const rejected = mapped.flatMap((record) => (record.kind === "product" ? record.notes : [record.rejected]));
    return { products, rejected, page, pageSize: size, pageTotal, total };
  };
  return {
    ...ibmNames,
    crawl: ({ locale, signal }) =>
      crawlList({
        ...ibmNames,
        first: { page: 1, read: 0 },
        readPage: (cursor, pass, pageSignal) => readIbmPage(client, cursor, { locale, pageSize, pass }, pageSignal),
        mapRecord: (record) => mapIbmRecord(record, mapping(locale)),
        signal,
      }),
    fetchTaxonomy: (signal) => fetchTaxonomy(client, signal),
    fetchPlanConfiguration: async ({ externalId, planKey, locale }, signal) => {
      const config = await client.readPlanConfig(externalId, planKey, locale, { signal });
      return config === null ? null : mapPlanConfiguration(config);
    },
    probe: async (signal) => {
      await client.readList("locales", { signal, patience: "probe" });
    },
    endPause: client.http.endPause,
    health: () => ({ ...client.http.health(), tokenExpiresAt: null }),
    readPublicProducts: async (query, signal) => answerOf(await client.listProducts(query, { signal }), query.locale),
    readResellerProducts: async (query, signal) =>
      answerOf(await client.listResellerProducts(query, { signal }), query.locale),
    readPublicProduct: async (id, locale, signal) =>
      single(mapIbmRecord(await client.readProduct(id, locale, { signal }), mapping(locale))),
    readResellerProduct: async (id, locale, signal) =>
      single(mapIbmRecord(await client.readResellerProduct(id, locale, { signal }), mapping(locale))),
  };
}

function single(mapped: MappedRecord): VendorProduct {
  if (mapped.kind === "product") return mapped.product;
  const message = `IBM answered with a product we cannot read: ${mapped.rejected.reason}.`;
  throw vendorError(ibmNames, "read a product", "malformed", message);
}

async function fetchTaxonomy(client: IbmClient, signal: AbortSignal): Promise<Taxonomy> {
  const read = async (name: IbmListName) => {
    const list = await client.readList(name, { signal });
    const names = list.data.map((entry) => (typeof entry === "string" ? plainText(entry, textMax.name) : null));
    return [...new Set(names.flatMap((name) => name ?? []))];
  };
  const [categories, topics, serviceTypes, locales] = await Promise.all([
    read("categories"),
    read("topics"),
    read("service-types"),
    read("locales"),
  ]);
  return { categories, topics, serviceTypes, locales: locales.map((locale) => locale.toLowerCase()) };
}
