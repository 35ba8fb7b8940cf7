import type { PlanConfiguration, VendorId } from "@/lib/domain/catalog/product";
import type { LiveCatalog } from "@/lib/vendors/live-catalog";
import type { EstimateOrder } from "@/lib/vendors/order-estimate";
import type { Relay } from "@/lib/vendors/relay";
import type { SourcePage } from "@/lib/vendors/source-page";
import type { SourceHealth } from "@/lib/vendors/transport/source-health";

export type Taxonomy = {
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  readonly serviceTypes: readonly string[];
  readonly locales: readonly string[];
};

export type CrawlOptions = {
  readonly locale: string;
  readonly signal: AbortSignal;
  /** The prints of the last list that was taken over. Pages that begin a list as they did are not mapped until one differs. */
  readonly known?: readonly string[];
};

/** One vendor of this process: how its catalog is read. Every method may throw a `VendorError`. */
export type CatalogSource = {
  readonly vendor: VendorId;
  /** The vendor's name for people: "Ingram Micro", "IBM". */
  readonly label: string;
  /** Every product of the vendor in one locale. Completes only when all pages were read; otherwise throws. */
  crawl(options: CrawlOptions): AsyncIterable<SourcePage>;
  /** The vendor's own lists; null where it has none. */
  fetchTaxonomy(signal: AbortSignal): Promise<Taxonomy | null>;
  /** Components and attributes of one plan; null where the vendor has no such thing for it. */
  fetchPlanConfiguration(
    plan: { readonly externalId: string; readonly planKey: string; readonly locale: string },
    signal: AbortSignal,
  ): Promise<PlanConfiguration | null>;
  /** Asks the vendor directly; null where its products can only be crawled. */
  readonly live: LiveCatalog | null;
  /** What the vendor would charge us for an order; null where it offers no such check. */
  readonly estimateOrder: EstimateOrder | null;
  /** Lets the catalog be read and mapped in another thread; null, as in tests, holds up this one while it is read. */
  readonly relay: Relay | null;
  /** One cheap authenticated request. With `freshLogin` a login that still counts is not relied on. */
  probe(signal: AbortSignal, options?: { readonly freshLogin: boolean }): Promise<void>;
  /** A person asks now: a vendor that is left alone after an outage gets the next request at once. */
  endPause(): void;
  health(): SourceHealth;
};
