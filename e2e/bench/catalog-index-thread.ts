import { parentPort, workerData } from "node:worker_threads";
import { benchProducts } from "@/e2e/bench/catalog-queries";
import { createCatalogIndexBuilder } from "@/lib/domain/catalog/catalog-index";

// Indexes as many products as it is told to and hands the columns over.
const builder = createCatalogIndexBuilder();
for (const product of benchProducts(Number(workerData))) builder.add(product);
const steps = builder.finish();
let step = steps.next();
while (!step.done) step = steps.next();
parentPort?.postMessage(step.value, [...new Set(buffersOf(step.value))]);

function buffersOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.values(value).flatMap(buffersOf);
}
