import type { VendorProduct } from "@/lib/domain/catalog/product";
import { findDoubtfulPrices } from "@/lib/domain/sync/find-doubtful-data";
import { ownTextOf, storedTextOf } from "@/lib/server/store/stored-product";
import type { Foresight, ForeseenProduct } from "@/lib/server/sync/foresee-products";
import { contentHashOf, hashOf, insertProducts } from "@/lib/server/sync/provisional-row";
import type { ContentHashes } from "@/lib/server/sync/published-catalog";
import { none, type StagedProduct } from "@/lib/server/sync/staged-product";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";
import { type Progress, tellProgress, updateProgress } from "@/lib/server/sync/sync-rows";

export type Page = {
  readonly locale: string;
  readonly products: readonly VendorProduct[];
  readonly progress: Progress;
  /** The position of its first product. */
  readonly from: number;
  readonly foresight: Foresight;
  /** Of the published generation's rows in this locale. */
  readonly published: ContentHashes | undefined;
};

/** Writes what is new of a page; it is on record together with the progress it makes. */
export async function stagePage(context: SyncContext, page: Page): Promise<StagedProduct[]> {
  const staged: StagedProduct[] = [];
  const parts = [...batches(page.products)];
  for (const [index, products] of (parts.length === 0 ? [[]] : parts).entries()) {
    const foreseen = page.foresight.take(products, page.from + staged.length);
    const rows = products.flatMap((product, at) => {
      const guess = foreseen[at];
      if (!guess) return [];
      const ownText = ownTextOf(product);
      const light = stage(page, { product, guess, position: page.from + staged.length, hash: hashOf(ownText) });
      staged.push(light);
      if (light.isPublished) return [];
      const { key, resolved } = guess;
      const data = storedTextOf(key, resolved, ownText);
      return { key, name: product.name, content_hash: light.provisionalHash, data };
    });
    const isLast = index >= parts.length - 1;
    await writeFenced(context, async (trx) => {
      await insertProducts(trx, context, page.locale, rows);
      if (isLast) await updateProgress(trx, context, page.progress);
    });
  }
  tellProgress(context, page.progress);
  return staged;
}

type Place = {
  readonly product: VendorProduct;
  readonly guess: ForeseenProduct;
  readonly position: number;
  readonly hash: string;
};

function stage({ locale, published }: Page, { product, guess, position, hash }: Place): StagedProduct {
  const { identity, key, namedAmong, resolved } = guess;
  const provisionalHash = contentHashOf({ hash }, resolved);
  const doubts = findDoubtfulPrices(product);
  return {
    position,
    locale,
    identity,
    hash,
    provisionalKey: key,
    namedAmong,
    provisionalHash,
    isPublished: published?.get(key) === provisionalHash,
    requires: product.requires.length === 0 ? none : product.requires,
    foreseen: resolved,
    doubts: doubts.length === 0 ? none : doubts,
  };
}
