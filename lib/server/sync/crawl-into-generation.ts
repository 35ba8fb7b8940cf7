import type { VendorProduct } from "@/lib/domain/catalog/product";
import { findDoubtfulPrices } from "@/lib/domain/sync/find-doubtful-data";
import { insertRows } from "@/lib/server/store/insert-rows";
import { guessKeys } from "@/lib/server/sync/name-products";
import { hashOf, ownTextOf, provisionalKeyOf, provisionalRow } from "@/lib/server/sync/provisional-row";
import { identityOf, signatureOf, type StagedProduct } from "@/lib/server/sync/staged-product";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";
import { SyncError } from "@/lib/server/sync/sync-error";
import { type Progress, tellProgress, updateProgress } from "@/lib/server/sync/sync-rows";
import type { RejectedRecord, SourcePage } from "@/lib/vendors/catalog-source";

export type Crawled = { readonly staged: readonly StagedProduct[]; readonly rejected: readonly RejectedRecord[] };

/** More would tell nobody anything, and a vendor that breaks every record must not fill the store. */
const REJECTED_MAX = 5_000;
/** A second reading that is much shorter than the first confirms nothing. */
const CONFIRMING_SHARE_PERCENT = 80;

/** A second reading of the same list: only the products that are wanted and that the first did not see are added. */
export type SecondReading = { readonly first: Crawled; readonly wanted: ReadonlySet<string> };

/**
 * Writes every page of every locale into the new generation, under provisional keys. Only what keys and comparisons need
 * stays in memory.
 */
export async function crawlIntoGeneration(
  context: SyncContext,
  offersLocale: (locale: string) => boolean,
  second?: SecondReading,
): Promise<Crawled> {
  const staged = [...(second?.first.staged ?? [])];
  const rejected = [...(second?.first.rejected ?? [])];
  const lacks = second ? lackOf(second) : () => true;
  const taken = new Set(staged.map(({ locale, provisionalKey }) => `${locale} ${provisionalKey}`));
  const heard = new Set(rejected.map(({ identity }) => identity));
  const isUnheard = ({ identity }: RejectedRecord) => !second || (identity !== null && !heard.has(identity));
  const listedFirst = staged.length + rejected.length;
  let doneBefore = listedFirst;
  for (const [index, locale] of context.locales.entries()) {
    if (index > 0 && !offersLocale(locale)) continue;
    // A record that is broken in one locale is broken in the next: counted once.
    const said = new Set(index === 0 ? [] : rejected.map(complaintOf));
    let done = 0;
    let stated: number | null = null;
    for await (const page of context.source.crawl({ locale, signal: context.signal })) {
      context.signal.throwIfAborted();
      if (index > 0 && speaksAnotherLocale(page, locale)) break;
      const products = page.products.filter((product) => lacks(locale, product));
      const progress = {
        done: doneBefore + page.done,
        total: page.total === null ? null : doneBefore + page.total,
      };
      for (const product of await stagePage(context, { locale, products, progress, from: staged.length, taken }))
        staged.push(product);
      const news = page.rejected.filter((record) => isUnheard(record) && !said.has(complaintOf(record)));
      rejected.push(...news.slice(0, REJECTED_MAX - rejected.length));
      done = page.done;
      stated = page.total;
    }
    if (stated !== null && done < stated) throw endedEarly(context, done, stated);
    doneBefore += done;
  }
  if (second && (doneBefore - listedFirst) * 100 < listedFirst * CONFIRMING_SHARE_PERCENT) {
    throw changedItsMind(context, listedFirst, doneBefore - listedFirst);
  }
  return { staged, rejected };
}

const complaintOf = ({ identity, reason, excerpt }: RejectedRecord) =>
  JSON.stringify([identity, reason, identity === null ? excerpt : null]);

function lackOf({ first, wanted }: SecondReading) {
  const known = new Set(first.staged.map(({ locale, identity }) => `${locale} ${signatureOf(identity)}`));
  return (locale: string, product: VendorProduct): boolean => {
    const signature = signatureOf(product);
    return wanted.has(signature) && !known.has(`${locale} ${signature}`);
  };
}

/** Some vendors answer every locale with the default one; keeping such rows twice would only hide the fallback. */
function speaksAnotherLocale(page: SourcePage, locale: string): boolean {
  return page.products.length > 0 && page.products.every((product) => product.locale !== locale);
}

type Page = {
  readonly locale: string;
  readonly products: readonly VendorProduct[];
  readonly progress: Progress;
  /** The position of its first product. */
  readonly from: number;
  readonly taken: Set<string>;
};

/** A page is on record together with the progress it makes. */
async function stagePage(context: SyncContext, page: Page): Promise<StagedProduct[]> {
  const staged: StagedProduct[] = [];
  const parts = [...batches(page.products)];
  for (const [index, products] of (parts.length === 0 ? [[]] : parts).entries()) {
    const keys = guessKeys(products.map(identityOf));
    const rows = products.map((product, at) => {
      const position = page.from + staged.length;
      const text = ownTextOf(product);
      const light = stage(product, {
        position,
        hash: hashOf(text),
        locale: page.locale,
        taken: page.taken,
        guess: keys[at],
      });
      staged.push(light);
      return provisionalRow(context, light, text);
    });
    const isLast = index >= parts.length - 1;
    await writeFenced(context, async (trx) => {
      await insertRows(trx, "catalog_products", rows);
      if (isLast) await updateProgress(trx, context, page.progress);
    });
  }
  tellProgress(context, page.progress);
  return staged;
}

type Place = Pick<StagedProduct, "position" | "hash" | "locale"> & {
  readonly guess: string | undefined;
  readonly taken: Set<string>;
};

function stage(product: VendorProduct, { position, hash, locale, guess, taken }: Place): StagedProduct {
  const identity = identityOf(product);
  const provisionalKey = provisionalKeyOf(guess ?? identity.partNumber, locale, position, taken);
  const { requires } = product;
  return { position, locale, hash, provisionalKey, identity, requires, doubts: findDoubtfulPrices(product) };
}

function changedItsMind({ source }: SyncContext, first: number, then: number): SyncError {
  return new SyncError(
    "incomplete",
    `${source.label} listed ${first} products and ${then} when asked again. The last good catalog stays in use.`,
  );
}

function endedEarly({ source }: SyncContext, done: number, stated: number): SyncError {
  return new SyncError(
    "incomplete",
    `${source.label} announced ${stated} products but its list ended after ${done}. The last good catalog stays in use.`,
  );
}
