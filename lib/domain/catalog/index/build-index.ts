import { type StoredFacet, storedFacets } from "@/lib/domain/catalog/facets";
import { createDependentsBuilder } from "@/lib/domain/catalog/index/dependents";
import { createFacetColumnBuilder, type FacetColumnBuilder } from "@/lib/domain/catalog/index/facet-column";
import { createByteList, createIntList } from "@/lib/domain/catalog/index/growing";
import { addressText, type CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
import { createOfferColumnsBuilder } from "@/lib/domain/catalog/index/offer-columns";
import { createLocaleRanks } from "@/lib/domain/catalog/index/locale-ranks";
import { packRow } from "@/lib/domain/catalog/index/pack-row";
import { createInstantRanks } from "@/lib/domain/catalog/index/instant-ranks";
import { compareTexts, sortedInSteps } from "@/lib/domain/catalog/index/sort-steps";
import { createStringTable } from "@/lib/domain/catalog/index/string-table";
import { type ListOffer, type ListRow, listRowOf } from "@/lib/domain/catalog/list-row";
import { type AmountsOf, isCostKnown, vendorAmounts } from "@/lib/domain/catalog/plan-amounts";
import type { Product } from "@/lib/domain/catalog/product";
import { defaultTaxonomy } from "@/lib/domain/catalog/default-taxonomy";
import { applyTaxonomy, type TaxonomyTable } from "@/lib/domain/catalog/taxonomy";
import { createWordReader, documentWords } from "@/lib/domain/catalog/text/document-words";
import { foldText } from "@/lib/domain/catalog/text/fold-text";
import { createTextIndexBuilder } from "@/lib/domain/catalog/text/text-index";

export type IndexOptions = { readonly amountsOf?: AmountsOf; readonly taxonomy?: TaxonomyTable };

/** Takes products one by one and keeps none of them. */
export type CatalogIndexBuilder = {
  /** `others` are the same product as the vendor describes it in further languages. */
  add(product: Product, others?: readonly Product[]): void;
  /** Yields between steps, so that whoever drives it can let others run. */
  finish(): Generator<void, CatalogIndexData>;
};

export function createCatalogIndexBuilder(options: IndexOptions = {}): CatalogIndexBuilder {
  const { amountsOf = vendorAmounts, taxonomy = defaultTaxonomy } = options;
  const facets = storedFacets.map((name) => [name, createFacetColumnBuilder()] as const);
  const [offers, text, packed] = [createOfferColumnsBuilder(), createTextIndexBuilder(), createByteList()];
  const updated = createInstantRanks();
  const readWords = createWordReader();
  const ends = createIntList();
  const sortKeys: string[] = [];
  const names = createLocaleRanks();
  const addresses: string[] = [];
  const dependents = createDependentsBuilder();
  return {
    add(given, others = []) {
      const product = applyTaxonomy(given, taxonomy);
      const row = listRowOf(product, amountsOf);
      addFacets(facets, product, row);
      offers.addRow(row.offers);
      text.add(documentWords(product, readWords, others));
      packed.pushText(packRow(row));
      ends.push(packed.size());
      updated.add(product.updatedAt);
      for (const other of others) names.add(sortKeys.length, other.locale, sortKeyOf(other));
      sortKeys.push(sortKeyOf(product));
      addresses.push(addressText(product.vendor, product.key));
      dependents.add(product);
    },
    *finish() {
      const order = yield* sortedInSteps(sortKeys.length, (a, b) => compareTexts(sortKeys[a] ?? "", sortKeys[b] ?? ""));
      const rowOf = new Int32Array(order.length);
      order.forEach((added, row) => (rowOf[added] = row));
      const nameRanks = yield* names.finish(sortKeys, rowOf);
      sortKeys.length = 0;
      const updatedRanks = updated.finish();
      const addressTable = yield* finishAddresses(addresses, rowOf);
      const textData = yield* text.finish(rowOf);
      const columns: [StoredFacet, ReturnType<FacetColumnBuilder["finish"]>][] = [];
      for (const [name, builder] of facets) {
        columns.push([name, builder.finish(rowOf)]);
        yield;
      }
      return {
        size: order.length,
        facets: Object.fromEntries(columns) as Record<StoredFacet, (typeof columns)[number][1]>,
        offers: offers.finish(rowOf),
        updatedRanks: order.map((added) => updatedRanks.ranks[added] ?? -1),
        updatedCount: updatedRanks.count,
        nameRanks,
        text: textData,
        addresses: addressTable,
        added: order,
        dependents: dependents.finish(rowOf, addressTable),
        packed: {
          bytes: packed.take(),
          starts: Uint32Array.from(order, (added) => (added === 0 ? 0 : ends.at(added - 1))),
          ends: Uint32Array.from(order, (added) => ends.at(added)),
        },
      };
    },
  };
}

/** Lists go by name; what has one name goes by its numbers. */
export function sortKeyOf({ name, partNumber, key, vendor }: Product): string {
  return [foldText(name), partNumber, key === partNumber ? "" : key, vendor].join("\n");
}

function addFacets(
  facets: readonly (readonly [StoredFacet, FacetColumnBuilder])[],
  product: Product,
  row: ListRow,
): void {
  const values = facetValuesOf(product, row);
  for (const [name, builder] of facets) builder.addRow(values[name]);
}

/** What a product counts for in each facet. Plans count with all they offer, whichever of them the list shows. */
export function facetValuesOf(product: Product, row: ListRow): Record<StoredFacet, readonly (string | null)[]> {
  const { plans } = product;
  return {
    vendor: [product.vendor],
    service: [product.service],
    category: product.categories,
    topic: product.topics,
    serviceType: [product.serviceType],
    provider: [product.provider],
    planType: plans.map((plan) => plan.type),
    billing: plans.map((plan) => plan.billingPeriod),
    commitment: plans.map((plan) => plan.commitment),
    currency: row.offers.filter(hasPrice).map((offer) => offer.currency),
    costKnown: [row.offers.some((offer) => isCostKnown(offer.amounts)) ? "true" : "false"],
    needsOther: [product.requires.length > 0 ? "true" : "false"],
    orderable: [row.orderable ? "true" : "false"],
    archived: [product.archived ? "true" : "false"],
  };
}

/** A currency only the cost is known in is nobody's to quote in, and would tell of the cost. */
function hasPrice({ amounts: { price, listPrice, setupPrice, overuse } }: ListOffer): boolean {
  return price !== null || listPrice !== null || setupPrice !== null || overuse.length > 0;
}

function* finishAddresses(
  addresses: readonly string[],
  rowOf: Int32Array,
): Generator<void, CatalogIndexData["addresses"]> {
  const order = yield* sortedInSteps(addresses.length, (a, b) => compareTexts(addresses[a] ?? "", addresses[b] ?? ""));
  const texts = Array.from(order, (added) => addresses[added] ?? "");
  return { table: createStringTable(texts), rows: order.map((added) => rowOf[added] ?? 0) };
}
