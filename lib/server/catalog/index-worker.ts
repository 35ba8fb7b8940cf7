import { parentPort, workerData } from "node:worker_threads";
import { ruledAmounts } from "@/lib/domain/catalog/ruled-amounts";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import { type CatalogData, createCatalogDataBuilder } from "@/lib/server/catalog/catalog-data";
import { writeSnapshot } from "@/lib/server/catalog/index-snapshot";
import { productTexts, type ProductsWanted } from "@/lib/server/catalog/product-texts";
import { connectInThread } from "@/lib/server/store/database";
import type { FromIndexWorker, IndexBasis, ToIndexWorker } from "@/lib/server/catalog/index-in-thread";

// Indexes a catalog away from the thread that answers requests.
const basis = workerData as IndexBasis | null;
const builder = createCatalogDataBuilder(
  basis ? { amountsOf: ruledAmounts(preparePriceRules(basis.rules), basis.day), reading: basis.reading } : {},
);

function finish(): CatalogData {
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The memory behind every column, so that it changes threads instead of being copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.values(value).flatMap(buffersOf);
}

const send = (message: FromIndexWorker, buffers: ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, [...new Set(buffers)]);

/** Rows do not pass through the thread that answers requests. */
async function read(wanted: ProductsWanted): Promise<void> {
  if (!basis?.store) throw new Error("no store to read from");
  const db = connectInThread(basis.store);
  try {
    for await (const products of productTexts(db, wanted)) for (const texts of products) builder.add(texts);
  } finally {
    await db.destroy();
  }
}

parentPort?.on("message", (message: ToIndexWorker) => {
  if (message.kind === "add") {
    for (const texts of message.products) builder.add(texts);
    send({ kind: "added" });
  } else if (message.kind === "read") {
    // A failure ends the thread, which tells the one that waits.
    void read(message.wanted).then(() => send({ kind: "added" }));
  } else {
    const data = finish();
    if (message.keepAt) writeSnapshot(message.keepAt, data);
    send({ kind: "finished", data }, buffersOf(data));
  }
});

send({ kind: "started" });
