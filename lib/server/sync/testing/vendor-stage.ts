import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox, type Sandbox } from "@/lib/sandbox/start-sandbox";
import { renderProduct } from "@/lib/sandbox/cloudblue/render-product";
import { renderIbmProduct } from "@/lib/sandbox/ibm/render-product";
import { type Database, openDatabase } from "@/lib/server/store/database";
import { ownTextOf, readStoredProduct } from "@/lib/server/store/stored-product";
import { leaseHolder } from "@/lib/server/sync/lease-holder";
import { runSync, type SyncOutcome } from "@/lib/server/sync/run-sync";
import { beginSyncInThread, type ThreadedSync } from "@/lib/server/sync/thread/sync-in-thread";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { mapCloudBlueRecord } from "@/lib/vendors/cloudblue/mapper";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { mapIbmRecord } from "@/lib/vendors/ibm/mapper";
import type { MappedRecord } from "@/lib/vendors/crawl";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import { systemClock } from "@/lib/vendors/transport/clock";

export const stageVendors = ["cloudblue", "ibm"] as const;
export type StageVendor = (typeof stageVendors)[number];
export const stageLocale = "en-us";
/** The routes that list products, by the sandbox's names. */
export const listRoutes = { cloudblue: "products", ibm: "reseller-products" } as const;

/** Test support: the sandbox vendors, a store and the real adapters, so small that a sync takes milliseconds. */
export type VendorStage = {
  readonly vendor: StageVendor;
  readonly sandbox: Sandbox;
  readonly db: Database;
  readonly sync: (source: CatalogSource) => Promise<SyncOutcome>;
  /** The same in a thread of its own; needs a stage opened for it. */
  readonly syncApart: (source: CatalogSource) => Promise<SyncOutcome>;
  /** An adapter that never gives up early, for what must succeed. */
  readonly calmSource: () => CatalogSource;
  readonly quickSource: (more?: Partial<VendorRuntime>) => CatalogSource;
  /** What of the vendor's catalog is stored and shown, byte for byte. */
  readonly published: () => Promise<Published>;
  /** The vendor's real products by identity, as they would be stored. */
  readonly held: () => ReadonlyMap<string, string>;
  /** Called before a page is put together, counted from 1: the moment to change the list. */
  readonly beforePage: (listener: (nth: number) => void) => void;
  readonly close: () => Promise<void>;
};

export type Published = {
  readonly catalog: string;
  readonly rows: readonly { readonly key: string; readonly data: string; readonly hash: string }[];
};

const noon = Date.parse("2026-11-22T12:00:00.000Z");

type StageOptions = {
  readonly products: number;
  readonly pageSize: number;
  readonly random: () => number;
  /** The store is a file, which other threads can open. */
  readonly apart?: boolean;
};

export async function openVendorStage(
  vendor: StageVendor,
  { products, pageSize, random, apart = false }: StageOptions,
): Promise<VendorStage> {
  const sandbox = await startSandbox({ products, ibmProducts: products });
  sandbox.dialect.ibm.resellerList = "paged";
  const folder = apart ? await mkdtemp(join(tmpdir(), "stage-")) : null;
  const store = { kind: "sqlite", file: folder === null ? ":memory:" : join(folder, "stage.db") } as const;
  const db = await openDatabase(store);
  const { matching } = sandbox.catalog.ibm;
  const { listen, hooked } = createPageHook(sandbox);
  Object.assign(sandbox.catalog[vendor], hooked[vendor]);
  const textOf = rememberTexts();
  let minutes = 0;
  const source = (runtime: VendorRuntime): CatalogSource =>
    vendor === "cloudblue"
      ? createCloudBlueSource({ ...sandbox.settings.cloudblue, ...runtime })
      : createIbmSource({ ...sandbox.settings.ibm, ...runtime });
  return {
    vendor,
    sandbox,
    db,
    calmSource: () => source({ timeoutMs: 20_000, pageSize: 100 }),
    quickSource: (more = {}) => source({ ...quickRuntime(random), pageSize, ...more }),
    sync: async (from) => {
      minutes += 1;
      const startedAt = new Date(noon + minutes * 60_000);
      const signal = new AbortController().signal;
      const outcome = await runSync({
        db,
        source: from,
        locales: [stageLocale],
        signal,
        startedBy: "test",
        now: () => startedAt,
      });
      if (outcome === null) throw new Error("no other sync runs here");
      return outcome;
    },
    syncApart: (from) => syncInThread(store, from),
    published: () => readPublishedRows(db, vendor),
    held: () => (vendor === "cloudblue" ? heldByCloudBlue(sandbox, textOf) : heldByIbm(sandbox, matching, textOf)),
    beforePage: listen,
    close: async () => {
      await db.destroy();
      await sandbox.close();
      if (folder !== null) await rm(folder, { recursive: true });
    },
  };
}

const execArgv = ["--import", fileURLToPath(new URL("../../../cli/alias.mjs", import.meta.url))];

async function syncInThread(store: ThreadedSync["store"], source: CatalogSource): Promise<SyncOutcome> {
  const by = { startedBy: "test", holder: leaseHolder(), program: "test" };
  const base = { source, store, locales: [stageLocale] as const, ...by };
  const quiet = { onPublished: () => Promise.resolve(), onProgress: () => undefined };
  const running = await beginSyncInThread({ ...base, ...quiet, signal: new AbortController().signal }, { execArgv });
  if (running === null) throw new Error("no other sync runs here");
  return running.outcome;
}

/** Waits of ours pass at once on a clock that counts them; only what the line itself does takes time. */
function quickRuntime(random: () => number): VendorRuntime {
  let waitedMs = 0;
  const clock = {
    now: () => systemClock.now() + waitedMs,
    monotonicMs: () => systemClock.monotonicMs() + waitedMs,
    random,
    wait: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      waitedMs += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return { timeoutMs: 150, bytesMax: 512 * 1024, breaker: { halfOpenAfterMs: 20 }, clock };
}

async function readPublishedRows(db: Database, vendor: StageVendor): Promise<Published> {
  const catalogs = await db.selectFrom("vendor_catalogs").selectAll().where("vendor", "=", vendor).execute();
  const rows = await db
    .selectFrom("catalog_products")
    .select(["key", "data", "content_hash as hash"])
    .where("vendor", "=", vendor)
    .where("generation", "=", catalogs[0]?.generation ?? -1)
    .orderBy("locale")
    .orderBy("key")
    .execute();
  return { catalog: JSON.stringify(catalogs), rows };
}

/** A stored product without what the whole catalog adds to it. */
export function ownText(data: string): string {
  return ownTextOf({ ...readStoredProduct(data), requires: [] });
}

type TextOf = (record: object, render: () => readonly [identity: string, text: string]) => readonly [string, string];

/** The sandbox replaces a record that changes, so what was worked out for one stays right. */
function rememberTexts(): TextOf {
  const known = new WeakMap<object, readonly [string, string]>();
  return (record, render) => {
    const text = known.get(record) ?? render();
    known.set(record, text);
    return text;
  };
}

const mapping = { locale: stageLocale, redact: (text: string) => text };

function heldByCloudBlue({ catalog }: Sandbox, textOf: TextOf): ReadonlyMap<string, string> {
  const { list, find, size } = catalog.cloudblue;
  return new Map(
    list
      .slice(0, size())
      .map((product) =>
        textOf(product, () => textIn(mapCloudBlueRecord(overTheWire(renderProduct(product, "1.6", find)), mapping))),
      ),
  );
}

type Matching = Sandbox["catalog"]["ibm"]["matching"];

function heldByIbm({ catalog }: Sandbox, matching: Matching, textOf: TextOf): ReadonlyMap<string, string> {
  const products = matching(resold).flatMap((at) => catalog.ibm.list.byNumber(at) ?? []);
  return new Map(
    products.map((product) =>
      textOf(product, () => textIn(mapIbmRecord(overTheWire(renderIbmProduct(product, stageLocale)), mapping))),
    ),
  );
}

const resold = { audience: "reseller", locale: stageLocale } as const;

function textIn(record: MappedRecord): readonly [string, string] {
  if (record.kind === "rejected") throw new Error(`the sandbox holds a broken record: ${record.identity}`);
  return [record.identity, ownTextOf(record.product)];
}

function overTheWire(record: unknown): unknown {
  return JSON.parse(JSON.stringify(record));
}

function createPageHook({ catalog: { cloudblue, ibm } }: Sandbox) {
  let listener: (nth: number) => void = () => undefined;
  let pages = 0;
  const tell = () => listener((pages += 1));
  const [matchingCloudBlue, matchingIbm] = [cloudblue.matching, ibm.matching];
  return {
    listen: (next: (nth: number) => void) => {
      pages = 0;
      listener = next;
    },
    hooked: {
      cloudblue: {
        matching: (filter: Parameters<typeof matchingCloudBlue>[0]) => {
          tell();
          return matchingCloudBlue(filter);
        },
      },
      ibm: {
        matching: (filter: Parameters<typeof matchingIbm>[0]) => {
          tell();
          return matchingIbm(filter);
        },
      },
    },
  };
}
