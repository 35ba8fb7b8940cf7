import type { Product, VendorId } from "@/lib/domain/catalog/product";
import type { TaxonomyRow } from "@/lib/domain/catalog/taxonomy";

const missing = { categories: 1, topics: 2, serviceType: 4 } as const;

/** What a vendor's service leaves for the house to say, counted over all its products. */
export type ServiceFacts = {
  readonly vendor: VendorId;
  readonly service: string;
  readonly products: number;
  /** Products that list more than one requirement. */
  readonly severalRequirements: number;
  /** Products by what they come without: the index is a sum of 1 categories, 2 topics, 4 service type. */
  readonly without: readonly number[];
};

export type ServiceFactsBuilder = { add(product: Product): void; finish(): ServiceFacts[] };

/** Takes products as the vendors give them. */
export function createServiceFactsBuilder(): ServiceFactsBuilder {
  const facts = new Map<string, Omit<ServiceFacts, "without"> & { without: number[] }>();
  return {
    add({ vendor, service, requires, ...product }) {
      if (service === null) return;
      const place = `${vendor} ${service}`;
      const before = facts.get(place) ?? {
        vendor,
        service,
        products: 0,
        severalRequirements: 0,
        without: Array<number>(8).fill(0),
      };
      const gap =
        (product.categories.length === 0 ? missing.categories : 0) +
        (product.topics.length === 0 ? missing.topics : 0) +
        (product.serviceType === null ? missing.serviceType : 0);
      before.without[gap] = (before.without[gap] ?? 0) + 1;
      const several = before.severalRequirements + (requires.length > 1 ? 1 : 0);
      facts.set(place, { ...before, products: before.products + 1, severalRequirements: several });
    },
    finish: () => [...facts.values()],
  };
}

/** Products that come without one of the three, so that a mapping of the service shows on them. */
export function productsToMap({ products, without }: ServiceFacts): number {
  return products - (without[0] ?? 0);
}

/** Products that would stand elsewhere with one mapping of their service in place of another. */
export function productsMoved(facts: ServiceFacts, before: TaxonomyRow | null, after: TaxonomyRow | null): number {
  const touched =
    (sameTexts(before?.categories, after?.categories) ? 0 : missing.categories) +
    (sameTexts(before?.topics, after?.topics) ? 0 : missing.topics) +
    ((before?.serviceType ?? null) === (after?.serviceType ?? null) ? 0 : missing.serviceType);
  return facts.without.reduce((sum, count, gap) => sum + ((gap & touched) === 0 ? 0 : count), 0);
}

function sameTexts(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((text) => b.includes(text));
}
