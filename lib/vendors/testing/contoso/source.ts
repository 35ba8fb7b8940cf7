import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { crawlList, type ListPage } from "@/lib/vendors/crawl";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import { contosoNames, type ContosoClient, createContosoClient } from "@/lib/vendors/testing/contoso/client";
import { mapContosoItem } from "@/lib/vendors/testing/contoso/mapper";
import { createContosoEstimates } from "@/lib/vendors/testing/contoso/estimate";
import type { ContosoSettings } from "@/lib/vendors/testing/contoso/settings";
import { plainText, textMax } from "@/lib/vendors/text";

const takeDefault = 200;

export function createContosoSource(settings: ContosoSettings & VendorRuntime): CatalogSource {
  const client = createContosoClient(settings);
  const take = settings.pageSize ?? takeDefault;
  return {
    ...contosoNames,
    crawl: ({ locale, signal }) =>
      crawlList<string | null>({
        ...contosoNames,
        first: null,
        readPage: (cursor, _pass, pageSignal) => readPage(client, cursor, { language: locale, take }, pageSignal),
        mapRecord: (record) => mapContosoItem(record, { locale, redact: client.http.redact }),
        signal,
      }),
    fetchTaxonomy: async (signal) => {
      const { groups, languages } = await client.readGroups({ signal });
      const names = (texts: readonly string[]) => texts.flatMap((text) => plainText(text, textMax.name) ?? []);
      return { categories: names(groups), topics: [], serviceTypes: [], locales: names(languages) };
    },
    fetchPlanConfiguration: async () => null,
    // Its pages are known by a cursor that the page before gives.
    live: null,
    estimateOrder: createContosoEstimates(client),
    relay: {
      settings: { baseUrl: settings.baseUrl, apiKey: settings.apiKey },
      pageSize: take,
      timeoutMs: settings.timeoutMs,
      send: client.relay,
      learnt: client.http.redact.learnt,
    },
    probe: (signal) => client.ping({ signal, patience: "probe" }),
    endPause: client.http.endPause,
    health: () => ({ ...client.http.health(), tokenExpiresAt: null }),
  };
}

/** The list ends where no next cursor is named; an empty page ends it as well. */
async function readPage(
  client: ContosoClient,
  cursor: string | null,
  query: { readonly language: string; readonly take: number },
  signal: AbortSignal,
): Promise<ListPage<string | null>> {
  const asked = cursor === null ? query : { ...query, cursor };
  const list = await client.listItems(asked, { signal, patience: "background" });
  const next = list.items.length === 0 ? null : (list.cursor.next ?? null);
  return { records: list.items, overlap: 0, total: list.count ?? null, next };
}
