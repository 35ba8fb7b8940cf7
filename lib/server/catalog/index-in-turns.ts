import {
  type CatalogData,
  createCatalogDataBuilder,
  type RowMaking,
  type StoredTexts,
} from "@/lib/server/catalog/catalog-data";
import type { ProductsWanted } from "@/lib/server/catalog/product-texts";
import type { SnapshotPlace } from "@/lib/server/catalog/index-snapshot";

/** A catalog being indexed; products come as stored JSON, batch by batch. */
export type Indexing = {
  add(products: readonly StoredTexts[]): Promise<void>;
  /** Reads a vendor's products by itself; absent where they have to be added. */
  read?(wanted: ProductsWanted): Promise<void>;
  /** `keepAt` is where the finished catalog is kept for the next start. */
  finish(keepAt?: SnapshotPlace | null): Promise<CatalogData>;
  close(): Promise<void>;
};

const TURN_MS = 8;

/** Indexing in this thread, in short turns between which requests are answered. */
export function indexInTurns(making?: RowMaking): Indexing {
  const builder = createCatalogDataBuilder(making);
  let turnEnds = performance.now() + TURN_MS;
  const breathe = async () => {
    if (performance.now() < turnEnds) return;
    await new Promise((resolve) => setImmediate(resolve));
    turnEnds = performance.now() + TURN_MS;
  };
  return {
    async add(products) {
      for (const texts of products) {
        builder.add(texts);
        await breathe();
      }
    },
    async finish() {
      const steps = builder.finish();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        await breathe();
      }
    },
    close: () => Promise.resolve(),
  };
}
