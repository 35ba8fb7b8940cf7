import { readStoredProduct } from "@/lib/server/store/stored-product";
import { type PublishedCatalog, readProductTexts } from "@/lib/server/sync/published-catalog";
import { identityOf, type VendorIdentity } from "@/lib/server/sync/staged-product";
import { batches, nextTurn, type SyncContext } from "@/lib/server/sync/sync-context";
import type { RejectedRecord } from "@/lib/vendors/source-page";

/** A product whose record could not be read this time: the last good one stays, in every locale that had it. */
export type CarriedProduct = {
  readonly key: string;
  readonly identity: VendorIdentity;
  readonly locales: readonly string[];
};

/** Those of the missing products that the vendor did list, but as a record that had to be set aside. */
export async function findCarried(
  context: SyncContext,
  published: PublishedCatalog,
  missing: readonly string[],
  rejected: readonly RejectedRecord[],
): Promise<CarriedProduct[]> {
  const broken = new Set(rejected.flatMap(({ identity }) => (identity === null ? [] : [identity])));
  if (broken.size === 0) return [];
  const [locale] = context.locales;
  const at = { vendor: context.vendor, generation: published.generation, locale };
  const carried: CarriedProduct[] = [];
  for (const keys of batches(missing)) {
    for (const [key, text] of await readProductTexts(context.db, at, keys)) {
      const identity = identityOf(readStoredProduct(text));
      const names = [key, identity.partNumber, ...(identity.externalId === null ? [] : [identity.externalId])];
      if (names.some((name) => broken.has(name))) carried.push({ key, identity, locales: [] });
    }
    await nextTurn();
  }
  return withLocales(context, published, carried);
}

async function withLocales(
  context: SyncContext,
  published: PublishedCatalog,
  carried: readonly CarriedProduct[],
): Promise<CarriedProduct[]> {
  const localesOf = new Map<string, string[]>();
  for (const batch of batches(carried)) {
    const rows = await context.db
      .selectFrom("catalog_products")
      .select(["key", "locale"])
      .where("vendor", "=", context.vendor)
      .where("generation", "=", published.generation)
      .where("locale", "in", [...context.locales])
      .where(
        "key",
        "in",
        batch.map(({ key }) => key),
      )
      .execute();
    for (const row of rows) localesOf.set(row.key, [...(localesOf.get(row.key) ?? []), row.locale]);
  }
  return carried.map((product) => ({ ...product, locales: localesOf.get(product.key) ?? [] }));
}
