import type { PriceContext } from "@/lib/domain/pricing/price-context";
import type { PriceScope } from "@/lib/domain/pricing/price-rule";
import { scopeMatches } from "@/lib/domain/pricing/price-scope";

/** Each entry sits in the one bucket that its narrowest field names, so that a look-up meets few strangers. */
export type ScopeIndex<Entry> = {
  readonly size: number;
  readonly all: Bucket<Entry>;
  readonly byVendor: ReadonlyMap<string, Bucket<Entry>>;
  readonly byService: ReadonlyMap<string, Bucket<Entry>>;
  readonly byCategory: ReadonlyMap<string, Bucket<Entry>>;
  readonly byCustomer: ReadonlyMap<string, Bucket<Entry>>;
  /** By key alone: the vendor is checked with the rest of the scope. */
  readonly byProduct: ReadonlyMap<string, Bucket<Entry>>;
};
type Placed<Entry> = { readonly order: number; readonly entry: Entry };
type Bucket<Entry> = readonly Placed<Entry>[];

export function indexByScope<Entry extends { readonly scope: PriceScope }>(
  entries: readonly Entry[],
): ScopeIndex<Entry> {
  const placed = entries.map((entry, order) => ({ order, entry }));
  const grouped = Map.groupBy(placed, ({ entry }) => narrowestField(entry.scope));
  const by = (field: keyof PriceScope, valueOf: (scope: PriceScope) => string | undefined) =>
    Map.groupBy(grouped.get(field) ?? [], ({ entry }) => valueOf(entry.scope) ?? "");
  return {
    size: entries.length,
    all: grouped.get("all") ?? [],
    byVendor: by("vendor", (scope) => scope.vendor),
    byService: by("service", (scope) => scope.service),
    byCategory: by("category", (scope) => scope.category),
    byCustomer: by("customer", (scope) => scope.customer),
    byProduct: by("product", (scope) => scope.product?.key),
  };
}

/** Everything whose scope matches, highest precedence first, in or out of its dates; most askers need only the first. */
export function* entriesInScope<Entry extends { readonly scope: PriceScope }>(
  index: ScopeIndex<Entry>,
  context: PriceContext,
): Generator<Entry, void> {
  const buckets = bucketsOf(index, context);
  if (buckets.length === 0) return;
  const next = buckets.map(() => 0);
  for (;;) {
    let [at, first]: [number, Placed<Entry> | null] = [-1, null];
    for (let bucket = 0; bucket < buckets.length; bucket += 1) {
      const placed = buckets[bucket]?.[next[bucket] ?? 0];
      if (placed && (!first || placed.order < first.order)) [at, first] = [bucket, placed];
    }
    if (!first) return;
    next[at] = (next[at] ?? 0) + 1;
    if (scopeMatches(first.entry.scope, context)) yield first.entry;
  }
}

/** Where everything that may match lies; each in its own order. */
function bucketsOf<Entry>(index: ScopeIndex<Entry>, context: PriceContext): Bucket<Entry>[] {
  const buckets: Bucket<Entry>[] = [];
  if (index.size === 0) return buckets;
  const take = (bucket: Bucket<Entry> | undefined) => {
    if (bucket && bucket.length > 0) buckets.push(bucket);
  };
  take(index.all);
  take(index.byVendor.get(context.vendor));
  take(index.byProduct.get(context.key));
  if (context.customer !== null) take(index.byCustomer.get(context.customer));
  if (context.service !== null) take(index.byService.get(context.service));
  context.categories.forEach((category, at) => {
    if (context.categories.indexOf(category) === at) take(index.byCategory.get(category));
  });
  return buckets;
}

function narrowestField({ product, customer, category, service, vendor }: PriceScope): keyof PriceScope | "all" {
  if (product !== undefined) return "product";
  if (customer !== undefined) return "customer";
  if (category !== undefined) return "category";
  if (service !== undefined) return "service";
  return vendor === undefined ? "all" : "vendor";
}
