import { createHash } from "node:crypto";
import type { VendorProduct } from "@/lib/domain/catalog/product";
import { findDoubtfulPrices } from "@/lib/domain/sync/find-doubtful-data";
import { identityOf, signatureOf, type StagedProduct } from "@/lib/server/sync/staged-product";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";
import { SyncError } from "@/lib/server/sync/sync-error";
import { writeProgress } from "@/lib/server/sync/sync-rows";
import type { RejectedRecord, SourcePage } from "@/lib/vendors/catalog-source";

export type Crawled = { readonly staged: readonly StagedProduct[]; readonly rejected: readonly RejectedRecord[] };

/** More would tell nobody anything, and a vendor that breaks every record must not fill the store. */
const REJECTED_MAX = 5_000;

/**
 * Reads every page of every locale into the staging table. Only what keys and comparisons need stays in memory. After a
 * first reading only what that one missed is added: a list that moves while it is read hides products.
 */
export async function crawlIntoStaging(
  context: SyncContext,
  offersLocale: (locale: string) => boolean,
  first: Crawled = nothing,
): Promise<Crawled> {
  const staged = [...first.staged];
  const rejected = [...first.rejected];
  const known = new Set(first.staged.map(placeOf));
  const knownRejected = new Set(first.rejected.map(rejectionOf));
  let doneBefore = first.staged.length + first.rejected.length;
  for (const [index, locale] of context.locales.entries()) {
    if (index > 0 && !offersLocale(locale)) continue;
    let done = 0;
    let stated: number | null = null;
    for await (const page of context.source.crawl({ locale, signal: context.signal })) {
      context.signal.throwIfAborted();
      if (index > 0 && speaksAnotherLocale(page, locale)) break;
      const missed = page.products.filter((product) => !known.has(placeOf({ locale, identity: product })));
      for (const batch of batches(missed)) staged.push(...(await stageBatch(context, locale, batch, staged.length)));
      const newlyRejected = page.rejected.filter((record) => !knownRejected.has(rejectionOf(record)));
      rejected.push(...newlyRejected.slice(0, REJECTED_MAX - rejected.length));
      done = page.done;
      stated = page.total;
      await writeProgress(context, doneBefore + done, stated === null ? null : doneBefore + stated);
    }
    if (stated !== null && done < stated) throw endedEarly(context, done, stated);
    doneBefore += done;
  }
  return { staged, rejected };
}

const nothing: Crawled = { staged: [], rejected: [] };

function placeOf({ locale, identity }: Pick<StagedProduct, "locale"> & { identity: Signed }): string {
  return `${locale} ${signatureOf(identity)}`;
}

type Signed = Parameters<typeof signatureOf>[0];

function rejectionOf({ identity, reason, excerpt }: RejectedRecord): string {
  return JSON.stringify([identity, reason, identity === null ? excerpt : null]);
}

/** Some vendors answer every locale with the default one; keeping such rows twice would only hide the fallback. */
function speaksAnotherLocale(page: SourcePage, locale: string): boolean {
  return page.products.length > 0 && page.products.every((product) => product.locale !== locale);
}

async function stageBatch(
  context: SyncContext,
  locale: string,
  products: readonly VendorProduct[],
  firstPosition: number,
): Promise<StagedProduct[]> {
  const rows = products.map((product, index) => {
    const { requires, ...stored } = product;
    const data = JSON.stringify(stored);
    const hash = createHash("sha256").update(data).digest("base64url");
    const position = firstPosition + index;
    const light: StagedProduct = {
      position,
      locale,
      hash,
      identity: identityOf(product),
      requires,
      doubts: findDoubtfulPrices(product),
    };
    return { light, row: { vendor: context.vendor, generation: context.generation, locale, position, data } };
  });
  const values = rows.map(({ row }) => row);
  await writeFenced(context, (trx) => trx.insertInto("catalog_staging").values(values).execute());
  return rows.map(({ light }) => light);
}

function endedEarly({ source }: SyncContext, done: number, stated: number): SyncError {
  return new SyncError(
    "incomplete",
    `${source.label} announced ${stated} products but its list ended after ${done}. The last good catalog stays in use.`,
  );
}
