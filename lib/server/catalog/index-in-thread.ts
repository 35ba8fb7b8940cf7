import { Worker, type WorkerOptions } from "node:worker_threads";
import type { HouseReading } from "@/lib/domain/catalog/house-reading";
import type { PriceRule } from "@/lib/domain/pricing/price-rule";
import type { CatalogData, StoredTexts } from "@/lib/server/catalog/catalog-data";
import type { SnapshotPlace } from "@/lib/server/catalog/index-snapshot";
import type { ProductsWanted } from "@/lib/server/catalog/product-texts";
import type { DatabaseConfig } from "@/lib/server/store/database";
import type { Indexing } from "@/lib/server/catalog/index-in-turns";

export type ToIndexWorker =
  | { readonly kind: "add"; readonly products: readonly StoredTexts[] }
  | { readonly kind: "read"; readonly wanted: ProductsWanted }
  | { readonly kind: "finish"; readonly keepAt: SnapshotPlace | null };

export type FromIndexWorker =
  { readonly kind: "started" } | { readonly kind: "added" } | { readonly kind: "finished"; readonly data: CatalogData };

/** What the rows are made with; given to the thread as its `workerData`. */
export type IndexBasis = {
  readonly rules: readonly PriceRule[];
  readonly day: string;
  readonly reading: HouseReading;
  /** Where the thread can read what it is to index. */
  readonly store: DatabaseConfig | null;
};

/** A batch of products is garbage as soon as it is indexed: more room would only hold more of it. */
const YOUNG_GENERATION_MB = 48;

/** Indexing in a thread of its own. Throws where no such thread can be started. */
export async function indexInThread(options: WorkerOptions = {}): Promise<Indexing> {
  // The bundler takes the file for a thread's only where the options are written out here.
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
  const name = "catalog-index";
  const worker = new Worker(new URL("./index-worker.ts", import.meta.url), { name, resourceLimits, ...options });
  const answers = answersOf(worker);
  await answers.next();
  // One batch is indexed there while the next one is read here.
  let adding: Promise<unknown> = Promise.resolve();
  return {
    async add(products) {
      await adding;
      adding = answers.next({ kind: "add", products });
      adding.catch(() => undefined);
    },
    async read(wanted) {
      await adding;
      await answers.next({ kind: "read", wanted });
    },
    async finish(keepAt = null) {
      await adding;
      const answer = await answers.next({ kind: "finish", keepAt });
      if (answer.kind !== "finished") throw new Error(`the index thread answered ${answer.kind}`);
      return answer.data;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Every message to the thread has one answer, and the thread's end is the answer to all that have none. */
function answersOf(worker: Worker) {
  const waiting: PromiseWithResolvers<FromIndexWorker>[] = [];
  let ended: Error | null = null;
  const end = (error: Error) => {
    ended ??= error;
    for (const promise of waiting.splice(0)) promise.reject(ended);
  };
  worker.on("message", (message: FromIndexWorker) => waiting.shift()?.resolve(message));
  worker.on("error", (error) => end(error instanceof Error ? error : new Error("the index thread failed")));
  worker.on("exit", () => end(new Error("the index thread ended")));
  return {
    next(message?: ToIndexWorker): Promise<FromIndexWorker> {
      if (ended) return Promise.reject(ended);
      const promise = Promise.withResolvers<FromIndexWorker>();
      waiting.push(promise);
      if (message) worker.postMessage(message, []);
      return promise.promise;
    },
  };
}
