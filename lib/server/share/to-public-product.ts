import { type PublicProduct, PublicProductSchema } from "@/lib/contracts/public-product";
import type { Plan, Product } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { publicOveruse } from "@/lib/domain/pricing/overuse";
import { saleCurrencies } from "@/lib/domain/pricing/pick-currency";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { priceOffer } from "@/lib/domain/pricing/price-offer";
import { today } from "@/lib/server/house-day";
import type { Desk } from "@/lib/server/desk";
import { pictureAddresses } from "@/lib/server/pictures/picture-addresses";
import { publicTiers } from "@/lib/server/share/public-tiers";
import type { SellerSettings } from "@/lib/server/settings/seller-settings";

type SharedView = {
  readonly product: Product;
  /** Plans without a price in it show their first. */
  readonly currency?: CurrencyCode | undefined;
  readonly seller: SellerSettings;
};

/** A product for outsiders, picked field by field; the strict schema refuses anything else. */
export function toPublicProduct(desk: Desk, { product, currency, seller }: SharedView): PublicProduct {
  const { details } = product;
  return PublicProductSchema.parse({
    name: product.name,
    locale: product.locale,
    partNumber: product.partNumber,
    provider: product.provider,
    service: product.service,
    serviceType: product.serviceType,
    categories: product.categories,
    headline: details.headline,
    description: details.descriptionHtml,
    plans: product.plans
      .filter(({ notOrderable }) => notOrderable !== "notOffered")
      .map((plan) => toPublicPlan(desk, product, plan, currency)),
    needs: product.requires.map(({ anyOf }) => [...new Set(anyOf.map(({ name }) => name))].join(" or ")),
    benefits: details.benefits.map(({ title, description }) => ({ title, description })),
    resources: details.resources.map(({ name, description, url }) => ({ name, description, url })),
    picturesCount: pictureAddresses(details).length,
    seller: { company: seller.company, email: seller.email },
    taxNote: seller.taxNote,
    asOf: desk.catalog.asOf[product.vendor] ?? "",
  });
}

function toPublicPlan(desk: Desk, product: Product, plan: Plan, asked?: CurrencyCode): PublicProduct["plans"][number] {
  const offered = saleCurrencies(plan.prices);
  const currency = offered.find((one) => one === asked) ?? offered[0];
  const priceAt = (quantity: string, shown: CurrencyCode) => {
    const context = priceContext(product, null);
    return priceOffer({ plan, quantity, currency: shown, rules: desk.prices, context, date: today(desk) });
  };
  const priced = currency === undefined ? null : priceAt(offerQuantity(plan), currency);
  const tiers = currency === undefined ? null : publicTiers(plan, (quantity) => priceAt(quantity, currency).recurring);
  return {
    name: plan.name,
    partNumber: plan.partNumber,
    description: plan.description,
    price: priced?.recurring?.price ?? null,
    setupPrice: priced?.setup?.price ?? null,
    ...(priced && priced.overuse.length > 0 ? { overuse: priced.overuse.map(publicOveruse) } : {}),
    ...(tiers ? { tiers } : {}),
    pricePrefix: plan.pricePrefix,
    priceSuffix: plan.priceSuffix,
    billingPeriod: plan.billingPeriod,
    commitment: plan.commitment,
    minimum: plan.minimum,
    maximum: plan.maximum,
    attributes: plan.attributes.map(({ name, description, toolTip }) => ({ name, description, toolTip })),
  };
}
