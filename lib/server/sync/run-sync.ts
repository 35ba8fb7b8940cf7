import type { SyncProgress } from "@/lib/contracts/sync";
import { log } from "@/lib/server/log";
import { newId } from "@/lib/server/new-id";
import { readStoredProduct } from "@/lib/server/store/stored-product";
import { clearGenerations } from "@/lib/server/sync/clear-generations";
import { clearReports } from "@/lib/server/sync/clear-reports";
import { carryReports } from "@/lib/server/sync/carry-reports";
import { type Crawled, crawlIntoGeneration } from "@/lib/server/sync/crawl-into-generation";
import { explainEnd } from "@/lib/server/sync/explain-end";
import { holdLease, type Lease, LEASE_MS, LeaseLost, releaseLease, takeLease } from "@/lib/server/sync/lease";
import { readKnownList, writeKnownList } from "@/lib/server/sync/known-list";
import { leaseHolder } from "@/lib/server/sync/lease-holder";
import { type GenerationPlan, planGeneration } from "@/lib/server/sync/plan-generation";
import { type Publication, publishGeneration } from "@/lib/server/sync/publish-generation";
import {
  type PublishedCatalog,
  type PublishedHashes,
  readContentHashes,
  readProductTexts,
  readPublished,
} from "@/lib/server/sync/published-catalog";
import { readTaxonomy } from "@/lib/server/sync/read-taxonomy";
import { identityOf, signatureOf } from "@/lib/server/sync/staged-product";
import { batches, type SyncContext, type SyncInput } from "@/lib/server/sync/sync-context";
import { endInterrupted, endSync, insertSync, noCounts, type StoredCounts } from "@/lib/server/sync/sync-rows";
import { writeFindings } from "@/lib/server/sync/write-findings";
import { settleGeneration } from "@/lib/server/sync/settle-generation";

export type SyncOutcome = {
  readonly id: string;
  readonly vendor: string;
  readonly state: "succeeded" | "failed" | "cancelled";
  readonly counts: StoredCounts;
  readonly error: string | null;
  /** True where another catalog is published than before. */
  readonly published: boolean;
};

export type RunningSync = { readonly id: string; readonly vendor: string; readonly outcome: Promise<SyncOutcome> };

export const leaseNameOf = (vendor: string) => `sync:${vendor}`;

const SYNC_MAX_MS = 30 * 60_000;

/** Reads a vendor's whole catalog and publishes it, or leaves everything as it was. Null while another sync of it runs. */
export async function runSync(input: SyncInput): Promise<SyncOutcome | null> {
  const running = await beginSync(input);
  return running ? running.outcome : null;
}

/** Like `runSync`, but returns as soon as the sync is on record. */
export async function beginSync(input: SyncInput): Promise<RunningSync | null> {
  const { db, source, now } = input;
  const { vendor } = source;
  const published = await readPublished(db, vendor);
  const lease = await takeLease(db, {
    name: leaseNameOf(vendor),
    holder: input.holder ?? leaseHolder(),
    now: now(),
    fenceAbove: published?.generation ?? 0,
    isDead: input.isDead ?? (() => false),
  });
  if (!lease) return null;
  const context = contextOf(input, lease);
  try {
    await endInterrupted(db, vendor, lease.fence, now());
    await insertSync(context);
  } catch (error) {
    await releaseLease(db, lease);
    throw error;
  }
  context.onProgress?.({ vendor, done: 0, total: null, state: "running" });
  return { id: context.syncId, vendor, outcome: conduct(context) };
}

function contextOf(input: SyncInput, lease: Lease): SyncContext {
  const syncId = newId();
  let reports = 0;
  const nextReportId = () => `${syncId}-${String((reports += 1)).padStart(7, "0")}`;
  const startedAt = input.now().toISOString();
  return { ...input, vendor: input.source.vendor, lease, generation: lease.fence, syncId, startedAt, nextReportId };
}

async function conduct(begun: SyncContext): Promise<SyncOutcome> {
  const lost = new AbortController();
  const signal = AbortSignal.any([begun.signal, lost.signal, AbortSignal.timeout(SYNC_MAX_MS)]);
  const context: SyncContext = { ...begun, signal };
  const heartbeat = setInterval(() => {
    holdLease(context.db, context.lease, context.now()).catch((error: unknown) => {
      // A store that is away for a moment shows at the next write; only a lost lease ends the sync here.
      if (error instanceof LeaseLost) lost.abort(error);
    });
  }, LEASE_MS / 4);
  heartbeat.unref();
  try {
    return await carryOut(context);
  } catch (error) {
    return await giveUp(context, error);
  } finally {
    clearInterval(heartbeat);
    await tidyUp(context);
  }
}

async function carryOut(context: SyncContext): Promise<SyncOutcome> {
  const { db, vendor, generation, program = null } = context;
  const published = await readPublished(db, vendor);
  await clearGenerations(db, vendor, { below: generation, keep: published?.generation ?? null });
  const taxonomy = await readTaxonomy(context, published?.taxonomy ?? null);
  // A vendor without lists says everything in one language; one with an empty list may have any.
  const offersLocale = (locale: string) =>
    taxonomy !== null && (taxonomy.locales.length === 0 || taxonomy.locales.includes(locale));
  const read = await readAndPlan(context, offersLocale, published);
  const rest = { taxonomy: JSON.stringify(taxonomy), listPrints: writeKnownList(read.crawled.prints, program) };
  if (read.kind === "known") {
    return succeed(context, { ...rest, generation: read.generation, counts: await carryReports(context) }, false);
  }
  const { crawled, plan } = read;
  const tally = plan.unchanged ? noCounts : await settleGeneration(context, plan, published);
  await writeFindings(context, crawled, plan);
  const products = plan.offered.size + plan.carried.length;
  const counts = { ...noCounts, ...tally, products, rejected: crawled.rejected.length };
  const target = plan.unchanged && published ? published.generation : generation;
  return succeed(context, { ...rest, generation: target, counts }, !plan.unchanged);
}

async function succeed(context: SyncContext, publication: Publication, published: boolean): Promise<SyncOutcome> {
  const { db, lease, syncId: id, vendor } = context;
  await publishGeneration(context, publication);
  await releaseLease(db, lease);
  await announce(context, "succeeded");
  return { id, vendor, state: "succeeded", counts: publication.counts, error: null, published };
}

type Read =
  /** The list is that of a published generation. */
  | { readonly kind: "known"; readonly crawled: Crawled; readonly generation: number }
  | { readonly kind: "planned"; readonly crawled: Crawled; readonly plan: GenerationPlan };

/** Nothing is withdrawn on one reading: a product that changes its place while the list is read can be on no page at all. */
async function readAndPlan(
  context: SyncContext,
  offersLocale: (locale: string) => boolean,
  published: PublishedCatalog | null,
): Promise<Read> {
  const { db, vendor, generation } = context;
  const none: PublishedHashes = new Map();
  let hashes: Promise<PublishedHashes> | null = null;
  const readHashes = () =>
    (hashes ??= published ? readContentHashes(db, vendor, published.generation) : Promise.resolve(none));
  const known = published ? readKnownList(published.listPrints, context.program ?? null) : null;
  let first = await crawlIntoGeneration(context, readHashes, { offersLocale, known });
  if (published && known && first.recognised.size > 0) {
    const isWhole = first.prints?.size === known.size && first.recognised.size === known.size;
    if (isWhole) return { kind: "known", crawled: first, generation: published.generation };
    // Nothing was made of the languages in which nothing changed, and what requires what is found across them.
    await clearGenerations(db, vendor, { below: generation + 1, keep: published.generation });
    first = await crawlIntoGeneration(context, readHashes, { offersLocale });
  }
  const old = await readHashes();
  const plan = await planGeneration(context, first, { published, old });
  if (!published || plan.gone.length === 0) return { kind: "planned", crawled: first, plan };
  const wanted = await readSignatures(context, published, plan.gone);
  const crawled = await crawlIntoGeneration(context, readHashes, { offersLocale, second: { first, wanted } });
  return { kind: "planned", crawled, plan: await planGeneration(context, crawled, { published, old }) };
}

async function readSignatures(
  { db, vendor, locales }: SyncContext,
  { generation }: PublishedCatalog,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const signatures = new Set<string>();
  for (const batch of batches(keys)) {
    const texts = await readProductTexts(db, { vendor, generation, locale: locales[0] }, batch);
    for (const text of texts.values()) signatures.add(signatureOf(identityOf(readStoredProduct(text))));
  }
  return signatures;
}

async function giveUp(context: SyncContext, error: unknown): Promise<SyncOutcome> {
  const ending = explainEnd(context, error);
  const { syncId: id, vendor } = context;
  const state = (await endSync(context, ending)) ? ending.state : await stateOnRecord(context);
  await releaseLease(context.db, context.lease);
  await announce(context, state);
  return { id, vendor, state, counts: noCounts, error: ending.error, published: false };
}

/** Somebody else ended this sync: it was called off from another process, or taken over. */
async function stateOnRecord({ db, syncId }: SyncContext): Promise<"failed" | "cancelled"> {
  const row = await db.selectFrom("syncs").select("state").where("id", "=", syncId).executeTakeFirst();
  return row?.state === "cancelled" ? "cancelled" : "failed";
}

/** Tells whoever watches what is on record, so that watchers here and elsewhere hear the same. */
async function announce(context: SyncContext, state: SyncProgress["state"]): Promise<void> {
  const { db, vendor, syncId, onProgress, onPublished } = context;
  if (state === "succeeded") await onPublished?.();
  if (!onProgress) return;
  const row = await db.selectFrom("syncs").select(["done", "total"]).where("id", "=", syncId).executeTakeFirst();
  onProgress({ vendor, done: row?.done ?? 0, total: row?.total ?? null, state });
}

/** What is left over is only room on the disk; the next sync clears it if this fails. */
async function tidyUp({ db, vendor, generation }: SyncContext): Promise<void> {
  try {
    const published = await readPublished(db, vendor);
    await clearGenerations(db, vendor, { below: generation + 1, keep: published?.generation ?? null });
    await clearReports(db, vendor);
  } catch (error) {
    log.warn({ vendor, error: error instanceof Error ? error.message : "unknown" }, "sync leftovers stay for now");
  }
}
