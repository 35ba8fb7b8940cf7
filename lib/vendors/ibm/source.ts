import type { VendorNameList } from "@/lib/domain/catalog/vendor-question";
import type { CatalogSource, Taxonomy } from "@/lib/vendors/catalog-source";
import { crawlList } from "@/lib/vendors/crawl";
import { createIbmClient, type IbmClient, ibmNames } from "@/lib/vendors/ibm/client";
import { mapPlanConfiguration } from "@/lib/vendors/ibm/configuration";
import { createIbmLive, readIbmNames } from "@/lib/vendors/ibm/live";
import { mapIbmRecord } from "@/lib/vendors/ibm/mapper";
import { type IbmCursor, readIbmPage } from "@/lib/vendors/ibm/paging";
import type { IbmSettings } from "@/lib/vendors/ibm/settings";
import type { LiveCatalog } from "@/lib/vendors/live-catalog";
import type { VendorRuntime } from "@/lib/vendors/runtime";

export type IbmSource = CatalogSource & { readonly live: LiveCatalog };

/** The documents name no maximum; the example shows 10. */
const pageSizeDefault = 100;

/** The catalog of this vendor is the reseller list: what may be resold. */
export function createIbmSource(settings: IbmSettings & VendorRuntime): IbmSource {
  const client = createIbmClient(settings);
  const pageSize = settings.pageSize ?? pageSizeDefault;
  return {
    ...ibmNames,
    crawl: ({ locale, signal, known }) =>
      crawlList<IbmCursor>({
        ...ibmNames,
        first: { page: 1, read: 0, head: null },
        readPage: (cursor, pass, pageSignal) => readIbmPage(client, cursor, { locale, pageSize, pass }, pageSignal),
        mapRecord: (record) => mapIbmRecord(record, { locale, redact: client.http.redact }),
        known,
        signal,
      }),
    fetchTaxonomy: (signal) => fetchTaxonomy(client, signal),
    fetchPlanConfiguration: async ({ externalId, planKey, locale }, signal) => {
      const config = await client.readPlanConfig(externalId, planKey, locale, { signal });
      return config === null ? null : mapPlanConfiguration(config);
    },
    live: createIbmLive(client),
    // IBM prices a saved configuration only, which its checkout page makes.
    estimateOrder: null,
    relay: {
      settings: { baseUrl: settings.baseUrl, clientId: settings.clientId, clientSecret: settings.clientSecret },
      pageSize,
      timeoutMs: settings.timeoutMs,
      send: client.relay,
      learnt: client.http.redact.learnt,
    },
    // There is no login: every request proves the credentials anew.
    probe: async (signal) => {
      await client.readList("locales", { signal, patience: "probe" });
    },
    endPause: client.http.endPause,
    health: () => ({ ...client.http.health(), tokenExpiresAt: null }),
  };
}

/** All four or none: what is still under way when one fails would say later how the vendor is, after the sync has ended. */
async function fetchTaxonomy(client: IbmClient, signal: AbortSignal): Promise<Taxonomy> {
  const rest = new AbortController();
  const either = AbortSignal.any([signal, rest.signal]);
  const read = (name: VendorNameList) => readIbmNames(client, name, either);
  const lists = [read("categories"), read("topics"), read("service-types"), read("locales")] as const;
  try {
    const [categories, topics, serviceTypes, locales] = await Promise.all(lists);
    return { categories, topics, serviceTypes, locales };
  } catch (error) {
    rest.abort();
    await Promise.allSettled(lists);
    throw error;
  }
}
