import type { ApiVersion, CloudBlueProduct, PriceRow } from "./records";

type FindVariants = (mpn: string) => readonly CloudBlueProduct[];

/** A product as one API version sends it; field order as in the vendor's examples. */
export function renderProduct(product: CloudBlueProduct, version: ApiVersion, find: FindVariants): object {
  if (version === "1.4") return renderOldest(product);
  if (version === "1.6") return renderDocumented(product);
  return renderNewest(product, find);
}

/** Up to 1.4 empty lists are left out, there is no cost and no commitment, and a row has no type. */
function renderOldest(product: CloudBlueProduct): object {
  const prices = product.prices
    .filter((row) => row.type === "recurring" && isFirstTier(row))
    .map(({ currency, amount }) => ({ currency, amount }));
  return {
    mpn: product.mpn,
    serviceName: product.serviceName,
    name: product.name,
    minimumQuantity: product.minimumQuantity,
    maximumQuantity: product.maximumQuantity,
    ...(prices.length > 0 && { prices }),
    billingPeriod: product.billingPeriod,
    ...(product.dependsOn.length > 0 && { dependsOn: product.dependsOn.map((mpn) => ({ mpn })) }),
  };
}

function renderDocumented(product: CloudBlueProduct): object {
  return {
    mpn: product.mpn,
    name: product.name,
    serviceName: product.serviceName,
    minimumQuantity: product.minimumQuantity,
    maximumQuantity: product.maximumQuantity,
    costs: plainRows(product.costs),
    prices: plainRows(product.prices),
    billingPeriod: product.billingPeriod,
    subscriptionPeriod: product.subscriptionPeriod,
    dependsOn: product.dependsOn,
  };
}

function renderNewest(product: CloudBlueProduct, find: FindVariants): object {
  return {
    mpn: product.mpn,
    vendor: product.vendor,
    id: product.id,
    serviceName: product.serviceName,
    name: product.name,
    minimumQuantity: product.minimumQuantity,
    maximumQuantity: product.maximumQuantity,
    costs: product.costs,
    prices: product.prices,
    billingPeriod: product.billingPeriod,
    subscriptionPeriod: product.subscriptionPeriod,
    billingModel: product.billingModel,
    dependsOn: product.dependsOn.map((mpn) => {
      const target = sameRhythm(product, find(mpn));
      return target ? { mpn, id: target.id } : { mpn };
    }),
    coterming: product.coterming,
  };
}

/** Tiers cannot be told apart without `lowerLimit`, which came later, so only the first one is sent. */
function plainRows(rows: readonly PriceRow[]): object[] {
  return rows.filter(isFirstTier).map(({ currency, amount, type }) => ({ currency, amount, type }));
}

function isFirstTier(row: PriceRow): boolean {
  return row.lowerLimit === undefined || row.lowerLimit <= 1;
}

function sameRhythm(product: CloudBlueProduct, candidates: readonly CloudBlueProduct[]): CloudBlueProduct | undefined {
  const rhythm = (of: CloudBlueProduct) => JSON.stringify([of.subscriptionPeriod, of.billingPeriod]);
  return candidates.find((candidate) => rhythm(candidate) === rhythm(product)) ?? candidates[0];
}
