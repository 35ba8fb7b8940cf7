import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { ProductRefreshDto } from "@/lib/contracts/product";
import type { Product, ProductRef } from "@/lib/domain/catalog/product";
import { diffProducts, goneProduct } from "@/lib/domain/sync/diff-products";
import type { ProductChange } from "@/lib/domain/sync/product-change";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { findProduct } from "@/lib/server/catalog/get-product";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";
import { processState } from "@/lib/server/process-state";
import { database } from "@/lib/server/store/database";
import { startLocalSync } from "@/lib/server/sync/local-syncs";
import { findSource } from "@/lib/server/vendors/find-source";
import { askForProduct } from "@/lib/server/vendors/read-live-product";
import { may, type Viewer } from "@/lib/server/viewer";

const PAUSE_SECONDS = 60;

const limiter = () =>
  processState(
    "product-refreshes",
    () => new RateLimiterMemory({ keyPrefix: "refresh", points: 1, duration: PAUSE_SECONDS }),
  );

/**
 * Asks the vendor about one product. Where it differs from our copy, the vendor's catalog is read again as a whole: a
 * single product taken over beside a sync would leave requirements and generations that do not belong together.
 */
export async function refreshProduct(
  viewer: Viewer,
  { signal, ...ref }: ProductRef & { readonly signal: AbortSignal },
): Promise<ProductRefreshDto> {
  const known = await findProduct(await database(), await currentCatalog(), ref);
  await countRefresh(known);
  const changes = await changesOf(viewer, known, signal);
  const syncing = changes.length > 0 && (await readIn(viewer, known));
  const visible = may(viewer, "costs:read") ? changes : changes.filter(({ kind }) => kind !== "cost");
  return {
    checkedAt: new Date().toISOString(),
    changes: visible.map(({ kind, what, old, new: now }) => ({ kind, what, old, new: now })),
    syncing: syncing && visible.length > 0,
  };
}

async function countRefresh({ vendor, key, name }: Product): Promise<void> {
  try {
    await limiter().consume(JSON.stringify([vendor, key]));
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    const sentence = `${vendorLabel(vendor)} was asked about ${name} a moment ago. Ask again in ${seconds} s.`;
    throw new AppError("too-many-requests", sentence, { headers: { "retry-after": `${seconds}` } });
  }
}

/** The vendor names requirements by number alone; whether they changed shows when the catalog is read. */
async function changesOf(viewer: Viewer, known: Product, signal: AbortSignal): Promise<readonly ProductChange[]> {
  const { vendor, key, locale, requires } = known;
  try {
    const live = await askForProduct(viewer, { vendor, id: key, list: "products", locale, signal });
    return diffProducts(known, { ...live, requires });
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return [goneProduct(known)];
    throw error;
  }
}

async function readIn(viewer: Viewer, { vendor }: Product): Promise<boolean> {
  const source = await findSource(vendor);
  const sync = await startLocalSync(source, viewer.name);
  // Without one somebody else's is running already.
  if (!sync) return true;
  const entry = { userId: viewer.userId, entity: "sync", entityId: sync.id, action: "start" };
  await recordAudit(await database(), { ...entry, detail: { vendor } });
  return true;
}
