import type { VendorProduct } from "@/lib/domain/catalog/product";
import type { ListPrints } from "@/lib/server/sync/known-list";
import { createForesight, type ForeseenKeys } from "@/lib/server/sync/foresee-products";
import type { PublishedHashes } from "@/lib/server/sync/published-catalog";
import { stagePage } from "@/lib/server/sync/stage-page";
import { signatureOf, type StagedProduct } from "@/lib/server/sync/staged-product";
import type { SyncContext } from "@/lib/server/sync/sync-context";
import { SyncError } from "@/lib/server/sync/sync-error";
import type { RejectedRecord, SourcePage } from "@/lib/vendors/source-page";

export type Crawled = {
  readonly staged: readonly StagedProduct[];
  readonly rejected: readonly RejectedRecord[];
  /** Numbers and ids whose requirements in the default locale were foreseen too early; null where nothing is known of that. */
  readonly late: ReadonlySet<string> | null;
  /** What was foreseen of the keys of a list that was read once, in one locale; else null. */
  readonly keys: ForeseenKeys | null;
  /** What the list was, page by page; null where that is not known of every page. */
  readonly prints: ListPrints | null;
  /** In which locales the list is the published one: nothing was made of it there. */
  readonly recognised: ReadonlySet<string>;
};

/** More would tell nobody anything, and a vendor that breaks every record must not fill the store. */
const REJECTED_MAX = 5_000;
/** A second reading that is much shorter than the first confirms nothing. */
const CONFIRMING_SHARE_PERCENT = 80;

/** A second reading of the same list: only the products that are wanted and that the first did not see are added. */
export type SecondReading = { readonly first: Crawled; readonly wanted: ReadonlySet<string> };

type Reading = {
  readonly offersLocale: (locale: string) => boolean;
  /** The prints of the published list. */
  readonly known?: ListPrints | null;
  readonly second?: SecondReading;
};

/**
 * Writes what is new of every page of every locale into the new generation, under provisional keys. Only what keys and
 * comparisons need stays in memory.
 */
export async function crawlIntoGeneration(
  context: SyncContext,
  published: () => Promise<PublishedHashes>,
  { offersLocale, known = null, second }: Reading,
): Promise<Crawled> {
  const staged = [...(second?.first.staged ?? [])];
  const rejected = [...(second?.first.rejected ?? [])];
  const lacks = second ? lackOf(second) : () => true;
  const heard = new Set(rejected.map(({ identity }) => identity));
  const isUnheard = ({ identity }: RejectedRecord) => !second || (identity !== null && !heard.has(identity));
  const listedFirst = staged.length + rejected.length;
  let doneBefore = listedFirst;
  let late: ReadonlySet<string> | null = null;
  let keys: ForeseenKeys | null = null;
  const prints = new Map<string, readonly string[]>();
  const recognised = new Set<string>();
  let isPrinted = !second;
  for (const [index, locale] of context.locales.entries()) {
    if (index > 0 && !offersLocale(locale)) continue;
    // A record that is broken in one locale is broken in the next: counted once.
    const said = new Set(index === 0 ? [] : rejected.map(complaintOf));
    const foresight = createForesight(staged.filter((product) => product.locale === locale));
    if (index === 0 && !second) late = foresight.late;
    keys = staged.length === 0 ? foresight.keys : null;
    const options = { locale, signal: context.signal, known: known?.get(locale) ?? [] };
    let done = 0;
    let stated: number | null = null;
    let isOwn = true;
    for await (const page of context.source.crawl(options)) {
      context.signal.throwIfAborted();
      isOwn = index === 0 || !speaksAnotherLocale(page, locale);
      if (!isOwn) break;
      if (page.prints) prints.set(locale, page.prints);
      const products = page.products.filter((product) => lacks(locale, product));
      const progress = {
        done: doneBefore + page.done,
        total: page.total === null ? null : doneBefore + page.total,
      };
      const hashes = products.length === 0 ? undefined : (await published()).get(locale);
      const beside = { locale, foresight, published: hashes, from: staged.length };
      for (const product of await stagePage(context, { ...beside, products, progress })) staged.push(product);
      const news = page.rejected.filter((record) => isUnheard(record) && !said.has(complaintOf(record)));
      rejected.push(...news.slice(0, REJECTED_MAX - rejected.length));
      done = page.done;
      stated = page.total;
    }
    if (stated !== null && done < stated) throw endedEarly(context, done, stated);
    isPrinted &&= !isOwn || prints.has(locale);
    if (isSameList(prints.get(locale), options.known)) recognised.add(locale);
    doneBefore += done;
  }
  if (second && (doneBefore - listedFirst) * 100 < listedFirst * CONFIRMING_SHARE_PERCENT) {
    throw changedItsMind(context, listedFirst, doneBefore - listedFirst);
  }
  return { staged, rejected, late, keys, prints: isPrinted ? prints : null, recognised };
}

function isSameList(pages: readonly string[] = [], known: readonly string[]): boolean {
  return pages.length > 0 && pages.length === known.length && pages.every((print, at) => print === known[at]);
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
