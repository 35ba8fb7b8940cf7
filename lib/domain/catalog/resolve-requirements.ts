import type {
  Product,
  ProductRef,
  RequirementGroup,
  RequirementTarget,
  ResolvedRequirement,
  VendorProduct,
} from "@/lib/domain/catalog/product";

type Periods = { readonly billingPeriod: string | null; readonly commitment: string | null };

/** What a requirement may turn out to mean; products of one vendor and one locale. */
export type RequirementOffer = ProductRef &
  Pick<VendorProduct, "partNumber" | "externalId" | "name" | "service" | "archived"> & {
    readonly plans: readonly Periods[];
  };

export type RequiringProduct = Pick<VendorProduct, "vendor" | "service"> & {
  readonly plans: readonly Periods[];
  readonly requires: readonly RequirementGroup<RequirementTarget>[];
};

export type RequirementResolver = (product: RequiringProduct) => RequirementGroup<ResolvedRequirement>[];

/** Finds the products that requirements name, once for all products of a vendor. */
export function createRequirementResolver(offers: readonly RequirementOffer[]): RequirementResolver {
  const byNumber = Map.groupBy(offers, (offer) => offer.partNumber);
  const byId = new Map(
    offers.flatMap((offer) => (offer.externalId === null ? [] : [[offer.externalId, offer] as const])),
  );
  return (product) =>
    product.requires.map((group) => ({
      anyOf: unique(group.anyOf.flatMap((target) => resolveTarget(product, target, { byNumber, byId }))),
    }));
}

/** Who requires each key, in the order of the products. */
export function requiredBy(
  products: Iterable<Pick<Product, "key" | "requires">>,
): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, Set<string>>();
  for (const product of products) {
    for (const target of product.requires.flatMap((group) => group.anyOf)) {
      const known = dependents.get(target.key) ?? new Set();
      dependents.set(target.key, known.add(product.key));
    }
  }
  return new Map([...dependents].map(([key, set]) => [key, [...set]]));
}

type Lookup = {
  readonly byNumber: ReadonlyMap<string, readonly RequirementOffer[]>;
  readonly byId: ReadonlyMap<string, RequirementOffer>;
};

function resolveTarget(product: RequiringProduct, target: RequirementTarget, lookup: Lookup): ResolvedRequirement[] {
  const named = target.externalId === null ? undefined : lookup.byId.get(target.externalId);
  if (named) return [resolved(named)];
  const variants = lookup.byNumber.get(target.partNumber) ?? [];
  const sameService = variants.filter((offer) => offer.service === product.service);
  const samePeriods = sameService.filter((offer) => sharesPeriods(offer.plans, product.plans));
  // CloudBlue: an ambiguous MPN means the variant of the same service and periods (product decision 1).
  const chosen = [samePeriods, sameService, variants].find((offers) => offers.length > 0) ?? [];
  if (chosen.length > 0) return chosen.map(resolved);
  return [{ vendor: product.vendor, key: target.partNumber, name: target.partNumber, available: false }];
}

function sharesPeriods(a: readonly Periods[], b: readonly Periods[]): boolean {
  return a.some((own) =>
    b.some((other) => own.billingPeriod === other.billingPeriod && own.commitment === other.commitment),
  );
}

function resolved({ vendor, key, name, archived }: RequirementOffer): ResolvedRequirement {
  return { vendor, key, name, available: !archived };
}

function unique(targets: readonly ResolvedRequirement[]): ResolvedRequirement[] {
  if (targets.length < 2) return [...targets];
  return [...new Map(targets.map((target) => [`${target.vendor} ${target.key}`, target])).values()];
}
