import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { cloudBlueNames, type CloudBlueClient, createCloudBlueClient } from "@/lib/vendors/cloudblue/client";
import { createCloudBlueEstimates } from "@/lib/vendors/cloudblue/estimate";
import { createCloudBlueLive } from "@/lib/vendors/cloudblue/live";
import { mapCloudBlueRecord } from "@/lib/vendors/cloudblue/mapper";
import type { CloudBlueSettings } from "@/lib/vendors/cloudblue/settings";
import { crawlList, type ListPage } from "@/lib/vendors/crawl";
import { againOf } from "@/lib/vendors/page-shelf";
import type { LiveCatalog } from "@/lib/vendors/live-catalog";
import type { EstimateOrder } from "@/lib/vendors/order-estimate";
import type { Relay } from "@/lib/vendors/relay";
import type { VendorRuntime } from "@/lib/vendors/runtime";

type CloudBlueSource = CatalogSource & { readonly live: LiveCatalog; readonly estimateOrder: EstimateOrder };

/** The maximum is not documented; 500 is used in the wild. */
const pageSizeDefault = 500;

export function createCloudBlueSource(settings: CloudBlueSettings & VendorRuntime): CloudBlueSource {
  const client = createCloudBlueClient(settings);
  const pageSize = settings.pageSize ?? pageSizeDefault;
  return {
    ...cloudBlueNames,
    crawl: ({ locale, signal, known }) =>
      crawlList({
        ...cloudBlueNames,
        first: { offset: 0, overlap: 0 },
        readPage: (cursor, _pass, pageSignal) => readPage(client, cursor, pageSize, pageSignal),
        mapRecord: (record) => mapCloudBlueRecord(record, { locale, redact: client.http.redact }),
        known,
        signal,
      }),
    fetchTaxonomy: async () => null,
    fetchPlanConfiguration: async () => null,
    live: createCloudBlueLive(client),
    estimateOrder: createCloudBlueEstimates(client),
    relay: relayOf(settings, pageSize, client),
    probe: async (signal, options) => {
      if (options?.freshLogin) client.tokens.forget();
      await client.listProducts({ limit: 1 }, { signal, patience: "probe" });
    },
    endPause: client.http.endPause,
    health: () => ({ ...client.http.health(), tokenExpiresAt: client.tokens.expiresAt() }),
  };
}

function relayOf(settings: CloudBlueSettings & VendorRuntime, pageSize: number, client: CloudBlueClient): Relay {
  const { baseUrl, username, password, subscriptionKey, marketplace, timeoutMs } = settings;
  return {
    settings: { baseUrl, username, password, subscriptionKey, marketplace },
    pageSize,
    timeoutMs,
    send: client.relay,
    learnt: client.http.redact.learnt,
  };
}

type Cursor = { readonly offset: number; readonly overlap: number };

/**
 * There is no link to a next page: the list ends where offset and rows reach the total, or with an empty page. Each page
 * asks for the last row of the one before once more, to see whether the list moved in between.
 */
async function readPage(
  client: CloudBlueClient,
  cursor: Cursor,
  pageSize: number,
  signal: AbortSignal,
): Promise<ListPage<Cursor>> {
  const query = { offset: cursor.offset, limit: pageSize };
  const answer = await client.readListPage(query, { signal, patience: "background" });
  const { data, pagination } = answer.data;
  const total = pagination.total ?? null;
  // An answer longer than asked for repeats something; only what was asked for moves us on.
  const end = cursor.offset + Math.min(data.length, pageSize);
  const over = data.length === 0 || (total !== null && end >= total);
  const overlap = data.length > 1 && pageSize > 1 ? 1 : 0;
  const next = over ? null : { offset: end - overlap, overlap };
  return { records: data, overlap: Math.min(cursor.overlap, data.length), total, next, ...againOf(answer) };
}
