import { padAmount } from "../amounts";
import { convertFromUsd, currencySymbol, type Currency } from "../currencies";
import type { IbmPlan, IbmProduct, Locale, Texts } from "./records";

const CURRENCY: Record<Locale, Currency> = {
  "en-us": "USD",
  "en-gb": "GBP",
  "de-de": "EUR",
  "fr-fr": "EUR",
  "ja-jp": "JPY",
};
const SHOP = "https://www.example.com/marketplace";

/** A product as the catalog sends it in one locale; text without a translation stays English. */
export function renderIbmProduct(product: IbmProduct, locale: Locale): object {
  if (product.verbatim) return renderVerbatim(product, product.verbatim, locale);
  const pitch = inLocale(product.pitch, locale);
  const headline = inLocale(product.headline, locale);
  const name = inLocale({ en: product.name, ...product.names }, locale);
  const isThirdParty = product.provider !== "IBM";
  const page = `${SHOP}/${product.slug}`;
  return {
    archived: product.archived,
    availableForLocales: product.locales,
    benefits: [{ description: pitch, title: headline }],
    businessUnit: isThirdParty ? "3rd party" : "Cloud",
    category: product.categories,
    categoryTopics: product.topics,
    contactModuleKey: product.primaryCategory,
    description: pitch,
    hasTrialAvailable: product.plans.some(({ type }) => type === "Try"),
    icon: `${SHOP}/icons/${product.slug}.png`,
    id: product.id,
    imageUrl: `${SHOP}/images/${product.slug}.png`,
    isThirdParty,
    keywords: product.keywords,
    lastModified: product.lastModified,
    locale,
    longDescription: `<p>${pitch}</p><p>${headline}.</p>`,
    name,
    naturalLanguageName: product.shortName,
    offeringHeadline: headline,
    overview: pitch,
    overviewHeadline: headline,
    primaryCategory: product.primaryCategory,
    primaryCategoryTopic: product.topics[0],
    productId: product.plans[0]?.productId,
    productIds: product.plans.map(({ productId }) => productId),
    productKey: product.productKey,
    productPageName: product.slug,
    provider: { contact: "partners@example.com", name: product.provider },
    publishedOn: product.publishedOn,
    purchasePlans: product.plans.map((plan) => renderPlan(plan, product, locale)),
    screenshotUrl: `${SHOP}/screenshots/${product.slug}-screen.png`,
    resources: [{ description: headline, name, type: "Whitepapers", url: `${page}/paper` }],
    serviceType: product.serviceType,
    support: { email: "support@example.com", url: `${page}/support` },
    topics: product.topics,
    url: page,
  };
}

function renderPlan(plan: IbmPlan, product: IbmProduct, locale: Locale): object {
  const isTrial = plan.type === "Try";
  return {
    attributes: plan.features.map(([name, value], i) => ({
      description: value,
      id: `Attribute${i}`,
      name,
      toolTip: name,
    })),
    description: plan.description,
    id: plan.id,
    label: isTrial ? "Start your trial" : "Purchase now",
    name: plan.name,
    ...(plan.price !== undefined && priceFields(plan.price, CURRENCY[locale])),
    productId: plan.productId,
    suffix: plan.suffix,
    supportsReferralsOnly: String(plan.referralsOnly),
    type: plan.type,
    url: `${SHOP}/purchase/configure?locale=${checkoutLocale(locale)}&productId=${product.slug}`,
  };
}

function priceFields(usd: string, currency: Currency): object {
  const price = padAmount(convertFromUsd(usd, currency), currency);
  const currencySign = currencySymbol(currency);
  return {
    currencySymbol: currencySign,
    formattedPrice: `${currencySign}${price} ${currency}`,
    prefix: "Starting at",
    price,
    unit: currency,
  };
}

function renderVerbatim(product: IbmProduct, body: Readonly<Record<string, unknown>>, locale: Locale): object {
  const plans: unknown[] = Array.isArray(body.purchasePlans) ? body.purchasePlans : [];
  const purchasePlans = plans.map((plan, i) => {
    const usd = product.plans[i]?.price;
    const asSent = typeof plan === "object" ? plan : {};
    return Object.assign({}, asSent, usd === undefined ? {} : priceFields(usd, CURRENCY[locale]));
  });
  return { ...body, archived: product.archived, locale, lastModified: product.lastModified, purchasePlans };
}

/** Checkout addresses use the underscore form: "en_US". */
function checkoutLocale(locale: Locale): string {
  const [language = "", country = ""] = locale.split("-");
  return `${language}_${country.toUpperCase()}`;
}

function inLocale(texts: Texts, locale: Locale): string {
  const language = locale.slice(0, 2);
  if (language === "de") return texts.de ?? texts.en;
  if (language === "fr") return texts.fr ?? texts.en;
  if (language === "ja") return texts.ja ?? texts.en;
  return texts.en;
}
