import type { PriceRow, VendorProduct } from "@/lib/domain/catalog/product";
import { samplePlan, sampleProduct as keyedSample } from "@/lib/domain/catalog/sample-products";
import type { CatalogSource, Taxonomy } from "@/lib/vendors/catalog-source";
import type { RejectedRecord, SourcePage } from "@/lib/vendors/source-page";
import type { SourceHealth } from "@/lib/vendors/transport/source-health";

/** Test support: a vendor whose answers a test writes down. */
export type Script = {
  products: VendorProduct[];
  rejected: RejectedRecord[];
  /** What the vendor says there is; its real count unless set. */
  statedTotal: number | null;
  taxonomy: Taxonomy | null;
  /** Called before a page is given; may throw, wait or change the script. */
  beforePage: (page: number, signal: AbortSignal) => void | Promise<void>;
  requests: number;
};

export function scriptedSource(
  products: readonly VendorProduct[] = [],
  { vendor = "acme", pageSize = 2 }: { vendor?: string; pageSize?: number } = {},
): { readonly source: CatalogSource; readonly script: Script } {
  const script: Script = {
    products: [...products],
    rejected: [],
    statedTotal: null,
    taxonomy: null,
    beforePage: () => undefined,
    requests: 0,
  };
  const source: CatalogSource = {
    vendor,
    label: "Acme Cloud",
    crawl: ({ locale, signal }) => crawl(script, pageSize, locale, signal),
    fetchTaxonomy: () => Promise.resolve(script.taxonomy),
    fetchPlanConfiguration: () => Promise.resolve(null),
    live: null,
    estimateOrder: null,
    relay: null,
    probe: () => Promise.resolve(),
    endPause: () => undefined,
    health: () => health,
  };
  return { source, script };
}

async function* crawl(
  script: Script,
  pageSize: number,
  locale: string,
  signal: AbortSignal,
): AsyncGenerator<SourcePage> {
  const products = script.products.map((product) => ({ ...product, locale }));
  const pages = Math.max(1, Math.ceil(products.length / pageSize));
  for (let page = 0; page < pages; page += 1) {
    script.requests += 1;
    await script.beforePage(page + 1, signal);
    signal.throwIfAborted();
    const rejected = page === 0 ? script.rejected : [];
    const done = Math.min((page + 1) * pageSize, products.length) + script.rejected.length;
    const total = script.statedTotal ?? products.length + script.rejected.length;
    yield { products: products.slice(page * pageSize, (page + 1) * pageSize), rejected, done, total };
  }
}

const health: SourceHealth = {
  reachable: true,
  since: "2026-11-22T09:00:00.000Z",
  credential: "accepted",
  tokenExpiresAt: null,
  breaker: "closed",
  nextTryAt: null,
  requests: 0,
  notModified: 0,
  throttled: 0,
  failures: 0,
  lastError: null,
};

type Wish = Partial<Omit<VendorProduct, "plans">> & {
  readonly prices?: readonly PriceRow[];
  readonly minimum?: string;
  readonly maximum?: string | null;
};

/** A product of the vendor "acme" with one monthly plan, as a vendor's adapter hands it on: without a key of ours. */
export function sampleProduct(partNumber: string, { prices, minimum, maximum, ...wish }: Wish = {}): VendorProduct {
  const { key: _, ...sample } = keyedSample(partNumber, { vendor: "acme", service: "Sample service" });
  const plan = samplePlan({
    key: "standard",
    name: "Standard",
    commitment: "P1M",
    ...(prices && { prices }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  });
  return { ...sample, plans: [plan], requires: [], ...wish };
}

export function requires(...partNumbers: string[]): VendorProduct["requires"] {
  return partNumbers.map((partNumber) => ({ anyOf: [{ partNumber, externalId: null }] }));
}
