import type { LiveProductDto } from "@/lib/contracts/vendors";
import type { Plan, VendorProduct } from "@/lib/domain/catalog/product";
import type { Catalog } from "@/lib/server/catalog/current-catalog";
import { priceRows } from "@/lib/server/catalog/to-product";
import { isSameVariant } from "@/lib/server/vendors/same-variant";

export type LiveView = { readonly catalog: Catalog; readonly seesCost: boolean };

/** What a vendor answered, field by field; cost rows only where the viewer may see cost. */
export function toLiveProduct(product: VendorProduct, { catalog, seesCost }: LiveView): LiveProductDto {
  const { details } = product;
  return {
    vendor: product.vendor,
    key: keyOf(catalog, product),
    externalId: product.externalId,
    partNumber: product.partNumber,
    otherPartNumbers: [...product.otherPartNumbers],
    name: product.name,
    service: product.service,
    provider: product.provider,
    categories: [...product.categories],
    topics: [...product.topics],
    serviceType: product.serviceType,
    summary: product.summary,
    archived: product.archived,
    updatedAt: product.updatedAt,
    locale: product.locale,
    availableLocales: [...product.availableLocales],
    plans: product.plans.map((plan) => toLivePlan(plan, seesCost)),
    prices: product.plans.flatMap((plan) => priceRows(plan, seesCost)),
    requires: product.requires.map(({ anyOf }) => ({
      anyOf: anyOf.map(({ partNumber, externalId }) => ({ partNumber, externalId })),
    })),
    description: details.descriptionHtml,
    headline: details.headline,
    benefits: details.benefits.map(({ title, description }) => ({ title, description })),
    resources: details.resources.map(({ name, type, description, url }) => ({ name, type, description, url })),
    support: details.support && { ...details.support },
    trialSupport: details.trialSupport && { ...details.trialSupport },
    imageUrls: [...details.imageUrls],
    facts: details.facts.map(({ name, value }) => ({ name, value })),
    keywords: [...details.keywords],
    vendorUrl: details.vendorUrl,
  };
}

function toLivePlan(plan: Plan, seesCost: boolean): LiveProductDto["plans"][number] {
  const hasCost = plan.prices.some(({ side }) => side === "cost");
  return {
    key: plan.key,
    name: plan.name,
    type: plan.type,
    partNumber: plan.partNumber,
    description: plan.description,
    billingPeriod: plan.billingPeriod,
    commitment: plan.commitment,
    minimum: plan.minimum,
    maximum: plan.maximum,
    pricePrefix: plan.pricePrefix,
    priceSuffix: plan.priceSuffix,
    orderable: plan.notOrderable === null,
    notOrderable: plan.notOrderable,
    attributes: plan.attributes.map(({ id, name, description, toolTip }) => ({ id, name, description, toolTip })),
    ...(seesCost ? { costUnknown: hasCost ? null : plan.costUnknown } : {}),
  };
}

function keyOf(catalog: Catalog, product: VendorProduct): string | null {
  const sameNumber = catalog.findByPartNumber(product.partNumber);
  return sameNumber.find((known) => isSameVariant(known, product))?.key ?? null;
}
