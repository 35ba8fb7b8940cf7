import type { StatusDto, VendorStatusDto } from "@/lib/contracts/status";
import { freshnessOf } from "@/lib/domain/sync/freshness";
import { visibleFindings } from "@/lib/server/data-quality/list-findings";
import { nextSyncAt } from "@/lib/server/sync/sync-timer";
import { toSyncDto } from "@/lib/server/sync/list-syncs";
import { type PublishedCatalog, readPublished } from "@/lib/server/sync/published-catalog";
import type { Database } from "@/lib/server/store/database";
import { describeTrouble } from "@/lib/server/status/describe-trouble";
import { may, type Viewer } from "@/lib/server/viewer";
import type { CatalogSource } from "@/lib/vendors/catalog-source";

type StatusInput = {
  readonly db: Database;
  readonly sources: readonly CatalogSource[];
  readonly demo: boolean;
  readonly now: Date;
};

/** How each vendor is doing and how old what we show of it is. Holds no secret and no host. */
export async function readStatus(viewer: Viewer, { db, sources, demo, now }: StatusInput): Promise<StatusDto> {
  const vendors = await Promise.all(sources.map((source) => readVendorStatus(viewer, { db, source, now })));
  const { findings } = await visibleFindings(db, viewer)
    .select((q) => q.fn.countAll<number>().as("findings"))
    .executeTakeFirstOrThrow();
  return { vendors, findings, demo, syncing: vendors.some(({ lastSync }) => lastSync?.state === "running") };
}

type VendorInput = { readonly db: Database; readonly source: CatalogSource; readonly now: Date };

async function readVendorStatus(viewer: Viewer, { db, source, now }: VendorInput): Promise<VendorStatusDto> {
  const published: PublishedCatalog | null = await readPublished(db, source.vendor);
  const last = await db
    .selectFrom("syncs")
    .selectAll()
    .where("vendor", "=", source.vendor)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const health = source.health();
  const manages = may(viewer, "syncs:write");
  const lastSync = last ? toSyncDto(last, viewer) : null;
  const asOf = published?.asOf ?? null;
  return {
    vendor: source.vendor,
    label: source.label,
    reachable: health.reachable,
    since: health.since,
    credential: manages ? health.credential : "unknown",
    tokenExpiresAt: manages ? health.tokenExpiresAt : null,
    breaker: health.breaker,
    nextTryAt: health.nextTryAt,
    requests: health.requests,
    notModified: health.notModified,
    throttled: health.throttled,
    failures: health.failures,
    products: published?.products ?? 0,
    asOf,
    freshness: freshnessOf(asOf, now.toISOString()),
    lastSync,
    lastError: lastSync?.state === "failed" ? describeTrouble(lastSync.error, asOf) : null,
    lastFailure: manages ? health.lastError : null,
    nextSyncAt: nextSyncAt(),
  };
}
