import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import type { SyncProgress } from "@/lib/contracts/sync";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Database } from "@/lib/server/store/database";
import { eachStore } from "@/lib/server/store/test-stores";
import { SyncCancelled } from "@/lib/server/sync/explain-end";
import { releaseLease, takeLease } from "@/lib/server/sync/lease";
import { leaseHolder } from "@/lib/server/sync/lease-holder";
import { beginSync, leaseNameOf, type RunningSync } from "@/lib/server/sync/run-sync";
import { beginSyncInThread, NoThread, type ThreadedSync } from "@/lib/server/sync/thread/sync-in-thread";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { createIbmSource } from "@/lib/vendors/ibm/source";

const execArgv = ["--import", fileURLToPath(new URL("../../../cli/alias.mjs", import.meta.url))];
const PRODUCTS = 240;

const sandboxes: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.close();
});

async function openSandbox() {
  const sandbox = await startSandbox({ products: PRODUCTS, ibmProducts: PRODUCTS });
  sandboxes.push(sandbox);
  const runtime = { timeoutMs: 5_000, pageSize: 50 };
  return {
    sandbox,
    cloudblue: createCloudBlueSource({ ...sandbox.settings.cloudblue, ...runtime }),
    ibm: createIbmSource({ ...sandbox.settings.ibm, ...runtime }),
  };
}

type Store = Database & { readonly testStore: { readonly config: ThreadedSync["store"] } };

function inThread(db: Store, source: CatalogSource, more: Partial<ThreadedSync> = {}, options = { execArgv }) {
  const base = { source, store: db.testStore.config, locales: ["en-us"] as const, startedBy: "test", program: "test" };
  const quiet = { onPublished: () => Promise.resolve(), onProgress: () => undefined };
  const signal = new AbortController().signal;
  return beginSyncInThread({ ...base, ...quiet, signal, holder: leaseHolder(), ...more }, options);
}

function here(db: Database, source: CatalogSource): Promise<RunningSync | null> {
  const signal = new AbortController().signal;
  return beginSync({ db, source, locales: ["en-us"], signal, startedBy: "test", now: () => new Date() });
}

const rows = (db: Database, vendor: string) =>
  db
    .selectFrom("catalog_products")
    .innerJoin("vendor_catalogs", (join) =>
      join
        .onRef("vendor_catalogs.vendor", "=", "catalog_products.vendor")
        .onRef("vendor_catalogs.generation", "=", "catalog_products.generation"),
    )
    .select(["locale", "key", "name", "content_hash", "data"])
    .where("catalog_products.vendor", "=", vendor)
    .orderBy("key")
    .execute();

eachStore("a sync in a thread of its own", (open) => {
  it.each(["cloudblue", "ibm"] as const)("publishes what one in this thread does: %s", async (vendor) => {
    const vendors = await openSandbox();
    const [apart, beside] = [await open(), await open()];
    const told: SyncProgress[] = [];
    let shown: string[] = [];
    const onPublished = async () => {
      shown = (await rows(apart, vendor)).map(({ key }) => key);
    };
    const running = await inThread(apart, vendors[vendor], { onPublished, onProgress: (one) => told.push(one) });
    expect(await running?.outcome).toMatchObject({ id: running?.id, state: "succeeded", published: true });
    await (
      await here(beside, vendors[vendor])
    )?.outcome;
    const stored = await rows(apart, vendor);
    expect(stored.length).toBeGreaterThan(PRODUCTS / 2);
    expect(stored).toEqual(await rows(beside, vendor));
    expect(shown).toEqual(stored.map(({ key }) => key));
    expect(told.at(-1)).toEqual({ vendor, done: stored.length, total: stored.length, state: "succeeded" });
    expect(vendors[vendor].health()).toMatchObject({ reachable: true, failures: 0, credential: "accepted" });
    const again = await inThread(apart, vendors[vendor]);
    expect(await again?.outcome).toMatchObject({ state: "succeeded", published: false });
    expect(await rows(apart, vendor)).toEqual(stored);
  });

  it("is called off from here, and the last good catalog stays", async () => {
    const { cloudblue } = await openSandbox();
    const db = await open();
    await (
      await inThread(db, cloudblue)
    )?.outcome;
    const before = await rows(db, "cloudblue");
    const abort = new AbortController();
    const onProgress = ({ done }: SyncProgress) => {
      if (done > 0) abort.abort(new SyncCancelled());
    };
    const running = await inThread(db, cloudblue, { signal: abort.signal, onProgress });
    expect(await running?.outcome).toMatchObject({ state: "cancelled", error: null });
    expect(await rows(db, "cloudblue")).toEqual(before);
    expect(await (await inThread(db, cloudblue))?.outcome).toMatchObject({ state: "succeeded" });
  });

  it("is refused while another one holds the lease", async () => {
    const { cloudblue } = await openSandbox();
    const db = await open();
    const name = leaseNameOf("cloudblue");
    const lease = await takeLease(db, { name, holder: "elsewhere/1/x", now: new Date(), fenceAbove: 0 });
    expect(await inThread(db, cloudblue)).toBeNull();
    if (lease) await releaseLease(db, lease);
    expect(await (await inThread(db, cloudblue))?.outcome).toMatchObject({ state: "succeeded" });
  });

  it("asks again through the one adapter where an answer is broken, and tells what the vendor said where it gives up", async () => {
    const { sandbox, cloudblue } = await openSandbox();
    const db = await open();
    sandbox.faults.set({ kind: "broken-json", vendor: "cloudblue", route: "products", times: 1 });
    expect(await (await inThread(db, cloudblue))?.outcome).toMatchObject({ state: "succeeded" });
    expect(cloudblue.health().failures).toBe(1);
    sandbox.faults.set({ kind: "status", status: 403, vendor: "cloudblue", route: "products" });
    const refused = await (await inThread(db, cloudblue))?.outcome;
    expect(refused?.state).toBe("failed");
    expect(refused?.error).toContain("Ingram Micro does not allow this to our account (403");
    const row = await db
      .selectFrom("syncs")
      .select("error_kind")
      .where("id", "=", refused?.id ?? "")
      .executeTakeFirst();
    expect(row?.error_kind).toBe("forbidden");
  });
});

eachStore("without a thread", (open) => {
  it("says so instead of hanging", async () => {
    const { cloudblue } = await openSandbox();
    const db = await open();
    const bad = { execArgv: ["--import", "./does-not-exist.mjs"] };
    await expect(inThread(db, cloudblue, {}, bad)).rejects.toThrow(NoThread);
    await expect(inThread(db, { ...cloudblue, relay: null })).rejects.toThrow(NoThread);
  });
});
