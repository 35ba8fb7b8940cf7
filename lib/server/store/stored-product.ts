import {
  noDetails,
  type Plan,
  type PriceRow,
  type Product,
  type ProductDetails,
  type VendorProduct,
} from "@/lib/domain/catalog/product";

// A product as JSON that leaves out what is usual: most fields of most products are empty, and whole catalogs are
// written, hashed and read. Rows of earlier versions leave out nothing and are read the same way.

type Requirements = Product["requires"];

/** Its own text, without key and requirements: these are known once the whole list is. Equal for equal products. */
export function ownTextOf(product: VendorProduct): string {
  return JSON.stringify(packProduct(product));
}

/** What is stored: an own text with what the whole catalog adds to it. */
export function storedTextOf(key: string, requires: Requirements, ownText: string): string {
  const needs = requires.length === 0 ? "" : `"requires":${JSON.stringify(requires)},`;
  return `{"key":${JSON.stringify(key)},${needs}${ownText.slice(1)}`;
}

/** Our own rows were written from checked products and are trusted. */
export function readStoredProduct(text: string): Product {
  const packed = JSON.parse(text) as PackedProduct;
  const { name, partNumber } = packed;
  return {
    ...usualFacts,
    ...packed,
    plans: packed.plans.map(({ prices, ...plan }) => ({
      ...usualPlan,
      ...plan,
      name: plan.name ?? name,
      partNumber: plan.partNumber === undefined ? partNumber : plan.partNumber,
      prices: prices.map(unpackPrice),
    })),
    details: { ...noDetails, ...packed.details },
  };
}

/** A stored text with another key and other requirements. */
export function withRequirements(text: string, key: string, requires: Requirements): string {
  return storedTextOf(key, requires, ownTextOf({ ...readStoredProduct(text), requires: [] }));
}

// What is undefined is not written. Every field is named here, since going through them by name takes twice as long.

function packProduct(product: VendorProduct) {
  return {
    vendor: product.vendor,
    partNumber: product.partNumber,
    externalId: product.externalId ?? undefined,
    otherPartNumbers: filled(product.otherPartNumbers),
    name: product.name,
    service: product.service ?? undefined,
    provider: product.provider ?? undefined,
    categories: filled(product.categories),
    topics: filled(product.topics),
    serviceType: product.serviceType ?? undefined,
    summary: product.summary ?? undefined,
    archived: product.archived || undefined,
    locale: product.locale,
    availableLocales: filled(product.availableLocales),
    updatedAt: product.updatedAt ?? undefined,
    plans: product.plans.map((plan) => packPlan(plan, product)),
    details: packDetails(product.details),
    requires: undefined,
  } satisfies Every<VendorProduct>;
}

const usualFacts = {
  externalId: null,
  otherPartNumbers: [],
  service: null,
  provider: null,
  categories: [],
  topics: [],
  serviceType: null,
  summary: null,
  archived: false,
  availableLocales: [],
  updatedAt: null,
  requires: [],
} as const satisfies Partial<Product>;

/** A plan that is the whole product is called what the product is called. */
function packPlan(plan: Plan, product: Pick<Product, "name" | "partNumber">) {
  return {
    key: plan.key,
    name: plan.name === product.name ? undefined : plan.name,
    type: plan.type === usualPlan.type ? undefined : plan.type,
    partNumber: plan.partNumber === product.partNumber ? undefined : plan.partNumber,
    description: plan.description ?? undefined,
    billingPeriod: plan.billingPeriod ?? undefined,
    commitment: plan.commitment ?? undefined,
    minimum: plan.minimum,
    maximum: plan.maximum ?? undefined,
    prices: plan.prices.map(packPrice),
    costUnknown: plan.costUnknown === usualPlan.costUnknown ? undefined : plan.costUnknown,
    pricePrefix: plan.pricePrefix ?? undefined,
    priceSuffix: plan.priceSuffix ?? undefined,
    attributes: filled(plan.attributes),
    notOrderable: plan.notOrderable ?? undefined,
    configuration: plan.configuration ?? undefined,
  } satisfies Every<Plan>;
}

const usualPlan = {
  type: "buy",
  description: null,
  billingPeriod: null,
  commitment: null,
  maximum: null,
  costUnknown: "notProvided",
  pricePrefix: null,
  priceSuffix: null,
  attributes: [],
  notOrderable: null,
  configuration: null,
} as const satisfies Partial<Plan>;

/** Kind, model and start of the tier are left out where they are "recurring", "flat" and "0". */
type PackedPrice = readonly [
  PriceRow["side"],
  PriceRow["currency"],
  PriceRow["amount"],
  PriceRow["kind"]?,
  PriceRow["model"]?,
  PriceRow["from"]?,
];

function packPrice({ side, kind, currency, amount, model, from }: PriceRow): PackedPrice {
  if (model !== "flat" || from !== "0") return [side, currency, amount, kind, model, from];
  return kind === "recurring" ? [side, currency, amount] : [side, currency, amount, kind];
}

function unpackPrice(price: PackedPrice | PriceRow): PriceRow {
  if (!isPacked(price)) return price;
  const [side, currency, amount, kind = "recurring", model = "flat", from = "0"] = price;
  return { side, kind, currency, amount, model, from };
}

function isPacked(price: PackedPrice | PriceRow): price is PackedPrice {
  return Array.isArray(price);
}

function packDetails(details: ProductDetails): Partial<ProductDetails> | undefined {
  if (details === noDetails) return undefined;
  const said = Object.entries(details).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

const filled = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list);

type Every<T> = Readonly<Record<keyof T, unknown>>;
type PackedPlan = Omit<Partial<Plan>, "key" | "prices"> &
  Pick<Plan, "key" | "minimum"> & { readonly prices: readonly (PackedPrice | PriceRow)[] };
type PackedProduct = Omit<Partial<Product>, "plans"> &
  Pick<Product, "key" | "vendor" | "partNumber" | "name" | "locale"> & { readonly plans: readonly PackedPlan[] };
