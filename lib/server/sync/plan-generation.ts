import type { RequirementGroup, ResolvedRequirement } from "@/lib/domain/catalog/product";
import { createRequirementResolver, type RequirementOffer } from "@/lib/domain/catalog/resolve-requirements";
import { judgeShrinkage } from "@/lib/domain/sync/judge-shrinkage";
import { type CarriedProduct, findCarried } from "@/lib/server/sync/carry-unreadable";
import type { Crawled } from "@/lib/server/sync/crawl-into-generation";
import {
  type KeyedProduct,
  type KeyedProducts,
  type Keys,
  keyProducts,
  requiring,
  toOffer,
} from "@/lib/server/sync/name-products";
import { contentHashOf } from "@/lib/server/sync/provisional-row";
import type { ContentHashes, PublishedCatalog, PublishedHashes } from "@/lib/server/sync/published-catalog";
import { signatureOf, type StagedProduct, type VendorIdentity } from "@/lib/server/sync/staged-product";
import { nextTurn, type SyncContext } from "@/lib/server/sync/sync-context";
import { SyncError } from "@/lib/server/sync/sync-error";
import { readHeld } from "@/lib/server/sync/sync-rows";

/** A product as it will stand in the new generation, but for its text, which waits there under a provisional key. */
export type FinalProduct = StagedProduct & {
  readonly key: string;
  readonly resolved: readonly RequirementGroup<ResolvedRequirement>[];
  readonly contentHash: string;
};

/** Everything about the new generation that can be told before its rows are settled. */
export type GenerationPlan = {
  readonly products: readonly FinalProduct[];
  readonly repeated: readonly StagedProduct[];
  readonly carried: readonly CarriedProduct[];
  /** Keys of the default locale that were read. */
  readonly offered: Keys;
  /** Keys of the default locale that are no longer offered. */
  readonly gone: readonly string[];
  /** Locale → key → hash of the published generation; empty before the first. */
  readonly old: PublishedHashes;
  /** True where the published generation already is what was read. */
  readonly unchanged: boolean;
};

const none: ContentHashes = new Map();

type Before = { readonly published: PublishedCatalog | null; readonly old: PublishedHashes };

/** Throws a `SyncError` where the answer is complete but not to be believed. */
export async function planGeneration(
  context: SyncContext,
  crawled: Crawled,
  { published, old }: Before,
): Promise<GenerationPlan> {
  const [defaultLocale] = context.locales;
  const keyed = await keyProducts(crawled.staged, crawled.keys);
  const oldDefault = old.get(defaultLocale) ?? none;
  const offered = keyed.keys.get(defaultLocale) ?? new Set<string>();
  const missing = [...oldDefault.keys()].filter((key) => !offered.has(key));
  const complained = published ? await findCarried(context, published, missing, crawled.rejected) : [];
  const carried = complained.length === 0 ? complained : withoutRead(complained, crawled);
  const carriedKeys = new Set(carried.map(({ key }) => key));
  const gone = missing.filter((key) => !carriedKeys.has(key));
  await requireBelievable(context, { before: oldDefault.size, after: offered.size, gone, crawled });
  const stands = await standingForesight(context, { crawled, keyed, carried });
  const products = await resolveAll(context, keyed.products, { carried, stands });
  const unchanged = isUnchanged(old, products, carried);
  return {
    products,
    repeated: keyed.repeated,
    carried,
    offered,
    gone,
    old,
    unchanged: published !== null && unchanged,
  };
}

/** A complaint may be about a part of a record that was read: then the product is there, if under another key than before. */
function withoutRead(complained: readonly CarriedProduct[], { staged }: Crawled): readonly CarriedProduct[] {
  const read = new Set(staged.map(({ identity }) => signatureOf(identity)));
  return complained.filter(({ identity }) => !read.has(signatureOf(identity)));
}

type Belief = {
  readonly before: number;
  readonly after: number;
  readonly gone: readonly string[];
  readonly crawled: Crawled;
};

async function requireBelievable(context: SyncContext, { before, after, gone, crawled }: Belief): Promise<void> {
  const { label } = context.source;
  const stays = "The last good catalog stays in use.";
  if (after === 0 && crawled.rejected.length > 0) {
    const sentence = `None of the ${crawled.rejected.length} records of ${label} could be read.`;
    throw new SyncError("unreadable", before === 0 ? sentence : `${sentence} ${stays}`);
  }
  const missingLastTime = await readHeld(context.db, context.vendor, "held");
  const shrinkage = judgeShrinkage({ before, after, missing: gone, missingLastTime });
  if (shrinkage.kind === "empty") {
    throw new SyncError(
      "empty",
      `${label} answered with an empty catalog where there were ${before} products. ${stays}`,
    );
  }
  if (shrinkage.kind === "held") {
    const message =
      `${label} no longer lists ${gone.length} of ${before} products (${shrinkage.missingPercent} %). ` +
      `Nothing was withdrawn; if the next sync finds the same, it is taken over. ${stays}`;
    throw new SyncError("held", message, gone);
  }
}

type Stands = (staged: StagedProduct) => boolean;

type Whole = {
  readonly crawled: Crawled;
  readonly keyed: KeyedProducts;
  readonly carried: readonly CarriedProduct[];
};

/** Whose requirements the whole list sees just as the part did that was read before them. */
async function standingForesight(context: SyncContext, { crawled, keyed, carried }: Whole): Promise<Stands> {
  const { late } = crawled;
  const [defaultLocale] = context.locales;
  if (late === null || carried.length > 0) return ({ requires }) => requires.length === 0;
  const moved = new Set<string>();
  const note = ({ identity: { partNumber, externalId } }: StagedProduct) => {
    moved.add(partNumber);
    if (externalId !== null) moved.add(externalId);
  };
  for (const { staged, key } of keyed.products) if (key !== staged.provisionalKey) note(staged);
  for (const staged of keyed.repeated) note(staged);
  await nextTurn();
  const isOpen = (name: string) => late.has(name) || moved.has(name);
  return ({ locale, requires }) =>
    requires.length === 0 ||
    (locale === defaultLocale &&
      requires.every(({ anyOf }) =>
        anyOf.every(
          ({ partNumber, externalId }) => !isOpen(partNumber) && (externalId === null || !isOpen(externalId)),
        ),
      ));
}

async function resolveAll(
  context: SyncContext,
  keyed: readonly KeyedProduct[],
  { carried, stands }: Pick<Whole, "carried"> & { readonly stands: Stands },
): Promise<FinalProduct[]> {
  const [defaultLocale] = context.locales;
  const byLocale = Map.groupBy(keyed, ({ staged }) => staged.locale);
  const open = new Set(keyed.filter(({ staged }) => !stands(staged)));
  const isNamed = namedIn([...open]);
  const offers = (products: readonly KeyedProduct[]) =>
    open.size === 0 ? [] : products.filter(({ staged }) => isNamed(staged.identity)).map(offerOf);
  const defaults = [
    ...offers(byLocale.get(defaultLocale) ?? []),
    ...carried.filter(({ identity }) => isNamed(identity)).map(toOffer),
  ];
  const final: FinalProduct[] = [];
  for (const products of byLocale.values()) {
    const others = defaults.length === 0 ? defaults : without(defaults, products);
    const resolve = createRequirementResolver([...offers(products), ...others]);
    for (const [index, product] of products.entries()) {
      const { staged, key } = product;
      const { identity, requires, foreseen, provisionalHash } = staged;
      if (!open.has(product)) final.push({ ...staged, key, resolved: foreseen, contentHash: provisionalHash });
      else {
        const resolved = resolve(requiring(identity, requires));
        final.push({ ...staged, key, resolved, contentHash: contentHashOf(staged, resolved) });
      }
      if (index % 1_000 === 999) await nextTurn();
    }
  }
  return final.sort((a, b) => a.position - b.position);
}

function without(offers: readonly RequirementOffer[], products: readonly KeyedProduct[]): readonly RequirementOffer[] {
  const own = new Set(products.map(({ key }) => key));
  return offers.filter(({ key }) => !own.has(key));
}

/** Whether a product may be what some requirement means; most are not, and need not be looked up. */
function namedIn(keyed: readonly KeyedProduct[]): (identity: VendorIdentity) => boolean {
  const targets = keyed.flatMap(({ staged }) => staged.requires.flatMap(({ anyOf }) => anyOf));
  const numbers = new Set(targets.map(({ partNumber }) => partNumber));
  const ids = new Set(targets.map(({ externalId }) => externalId).filter((id) => id !== null));
  return ({ partNumber, externalId }) => numbers.has(partNumber) || (externalId !== null && ids.has(externalId));
}

const offerOf = ({ staged: { identity }, key }: KeyedProduct) => toOffer({ key, identity });

function isUnchanged(
  old: PublishedHashes,
  products: readonly FinalProduct[],
  carried: readonly CarriedProduct[],
): boolean {
  const before = [...old.values()].reduce((sum, hashes) => sum + hashes.size, 0);
  if (before !== products.length + carried.reduce((sum, { locales }) => sum + locales.length, 0)) return false;
  return products.every(({ locale, key, contentHash }) => old.get(locale)?.get(key) === contentHash);
}
