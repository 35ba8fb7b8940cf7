import { Worker } from "node:worker_threads";
import type { OpenEngine } from "@/e2e/bench/catalog-engine";
import { type CatalogIndexData, type CatalogQuery, openCatalogIndex } from "@/lib/domain/catalog/catalog-index";

/** Built in a thread of its own and taken over, as the desk does it. */
export const openOurs: OpenEngine = async (products) => {
  const worker = new Worker(new URL("./catalog-index-thread.ts", import.meta.url), { workerData: products });
  const data = await new Promise<CatalogIndexData>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  await worker.terminate();
  const index = openCatalogIndex(data);
  const ask = (query: CatalogQuery) => {
    const { total, rows } = index.query(query);
    return { total, shown: rows.length };
  };
  return { products: index.size, ask };
};
