import type { PlanDto, ProductDto, PriceRowSchema } from "@/lib/contracts/product";
import type { z } from "zod";
import type { CatalogIndex } from "@/lib/domain/catalog/catalog-index";
import { chooseOffer, listRowOf } from "@/lib/domain/catalog/list-row";
import { type PlanAmounts, planCurrencies } from "@/lib/domain/catalog/plan-amounts";
import type { Plan, Product, ProductRef } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { money, toAmount } from "@/lib/domain/money/money";
import { productFacts } from "@/lib/server/catalog/row-facts";
import { toOveruse } from "@/lib/server/catalog/to-overuse";
import type { Catalog } from "@/lib/server/catalog/catalog";
import { pictureAddresses } from "@/lib/server/pictures/picture-addresses";
import { costFields, paddedAmount, toCostSummary, toProductSummary } from "@/lib/server/catalog/to-product-summary";

type PriceRowDto = z.infer<typeof PriceRowSchema>;
export type RequirementTargetDto = ProductDto["requiredBy"][number];

export type ProductView = {
  readonly catalog: Catalog;
  readonly product: Product;
  readonly asked: readonly CurrencyCode[];
  readonly seesCost: boolean;
};

/** One product field by field; cost sides appear only where the viewer may see cost. */
export function toProduct({ catalog, product, asked, seesCost }: ProductView): ProductDto {
  const row = listRowOf(product, catalog.amountsOf);
  const { details } = product;
  const summary = (seesCost ? toCostSummary : toProductSummary)(row, productFacts(product), asked);
  return {
    ...summary,
    description: details.descriptionHtml,
    headline: details.headline,
    plans: product.plans.map((plan) => toPlan(product, plan, { asked, seesCost, catalog })),
    prices: product.plans.flatMap((plan) => priceRows(plan, seesCost)),
    requires: product.requires.map((group) => ({
      anyOf: group.anyOf.map((target) => ({
        ...toTarget(catalog.index, target, asked),
        name: target.name,
        available: target.available,
      })),
    })),
    requiredBy: catalog.requiredBy(product).map((ref) => toTarget(catalog.index, ref, asked)),
    benefits: details.benefits.map(({ title, description }) => ({ title, description })),
    resources: details.resources.map(({ name, type, description, url }) => ({ name, type, description, url })),
    pictures: pictureAddresses(details).map((_, index) => picturePath(product, index + 1)),
    support: details.support && { ...details.support },
    trialSupport: details.trialSupport && { ...details.trialSupport },
    facts: details.facts.map(({ name, value }) => ({ name, value })),
    keywords: [...details.keywords],
    vendorUrl: details.vendorUrl,
    availableLocales: [...product.availableLocales],
    asOf: catalog.asOf[product.vendor] ?? "",
  };
}

function picturePath({ vendor, key }: ProductRef, number: number): string {
  return `/api/products/${encodeURIComponent(vendor)}/${encodeURIComponent(key)}/pictures/${number}`;
}

type PlanView = { readonly asked: readonly CurrencyCode[]; readonly seesCost: boolean; readonly catalog: Catalog };

function toPlan(product: Product, plan: Plan, { asked, seesCost, catalog }: PlanView): PlanDto {
  const currencies = planCurrencies(plan);
  const currency = asked.find((wanted) => currencies.includes(wanted)) ?? currencies[0] ?? null;
  const amounts: PlanAmounts | null = currency === null ? null : catalog.amountsOf(product, plan, currency);
  return {
    key: plan.key,
    name: plan.name,
    type: plan.type,
    partNumber: plan.partNumber,
    description: plan.description,
    price: paddedAmount(amounts?.price ?? null, currency ?? ""),
    listPrice: paddedAmount(amounts?.listPrice ?? null, currency ?? ""),
    overuse: toOveruse(amounts?.overuse ?? [], seesCost),
    ...(seesCost ? costOfPlan(plan, amounts, currency) : {}),
    billingPeriod: plan.billingPeriod,
    commitment: plan.commitment,
    minimum: plan.minimum,
    maximum: plan.maximum,
    pricePrefix: plan.pricePrefix,
    priceSuffix: plan.priceSuffix,
    orderable: plan.notOrderable === null && !product.archived,
    notOrderable: product.archived ? "archived" : plan.notOrderable,
    attributes: plan.attributes.map(({ id, name, description, toolTip }) => ({ id, name, description, toolTip })),
  };
}

function costOfPlan(plan: Plan, amounts: PlanAmounts | null, currency: CurrencyCode | null) {
  if (amounts && currency !== null) return costFields(amounts, currency);
  return { cost: { unknown: plan.costUnknown }, margin: null };
}

export function priceRows(plan: Pick<Plan, "key" | "prices">, seesCost: boolean): PriceRowDto[] {
  return plan.prices
    .filter((row) => seesCost || row.side !== "cost")
    .map((row) => ({
      plan: plan.key,
      side: row.side,
      kind: row.kind,
      amount: toAmount(money(row.amount, row.currency)),
      model: row.model,
      from: row.from,
    }));
}

/** A linked product as everybody may see it; what the catalog does not have is named by its key. */
export function toTarget(
  index: CatalogIndex,
  { vendor, key }: ProductRef,
  asked: readonly CurrencyCode[],
): RequirementTargetDto {
  const at = index.findRow({ vendor, key });
  if (at === null)
    return { vendor, key, name: key, available: false, archived: false, price: null, billingPeriod: null };
  const row = index.listRow(at);
  const offer = chooseOffer(row.offers, asked);
  return {
    vendor,
    key,
    name: row.name,
    available: row.notOrderable !== "archived",
    archived: row.notOrderable === "archived",
    price: offer ? paddedAmount(offer.amounts.price, offer.currency) : null,
    billingPeriod: offer?.billingPeriod ?? null,
  };
}
