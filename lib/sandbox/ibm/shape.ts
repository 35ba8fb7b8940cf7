import { hashText } from "../chance";
import type { IbmComponent, IbmPlan, IbmProduct, Locale, Texts } from "./records";
import { LOCALES } from "./records";
import { TAXONOMY } from "./taxonomy";

export type PlanRow = {
  name: string;
  price?: string;
  suffix?: string;
  trial?: true;
  referralsOnly?: true;
  /** Options beside the base component: name and list price. */
  options?: readonly (readonly [name: string, price: string])[];
  requiredOption?: true;
  unit?: string;
  min?: string;
  max?: string;
  /** Sizes sold as an enumeration: label, order value, unit price. */
  sizes?: readonly (readonly [label: string, value: string, price: string])[];
  countries?: readonly string[];
  billing?: "U" | "M";
  /** Live answers often carry only the unit and the attribute's name. */
  bare?: true;
  notConfigurable?: true;
  asksFor?: readonly ("url" | "email" | "text")[];
};

export type ProductRow = {
  name: string;
  names?: Omit<Texts, "en">;
  category: string;
  topic?: number;
  serviceType?: string;
  provider?: string;
  pitch: string | Texts;
  keywords?: readonly string[];
  locales?: readonly Locale[];
  plans: readonly PlanRow[];
  archived?: true;
  notResold?: true;
};

// Four base-36 digits from "M000" on, so that part numbers look like IBM's.
const FIRST_PART = 1_026_432;
const PUBLISHED = 1_507_661_029;

export function shapeProduct(row: ProductRow, index: number): IbmProduct {
  const slug = row.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const entry = TAXONOMY[row.category];
  if (!entry) throw new Error(`Unknown category ${row.category}`);
  const topic = entry.topics[(row.topic ?? index) % entry.topics.length] ?? "";
  const serial = (number: number) => `DEMO${index.toString(36).toUpperCase().padStart(3, "0")}P${number}`;
  const planIds = row.plans.map((_, i) => `DEMO-PLAN-${slug}-${i + 1}`);
  return {
    id: demoId(row.name),
    productKey: `DEMO_${hashText(row.name).toString().padStart(10, "0")}`,
    slug,
    name: row.name,
    ...(row.names && { names: row.names }),
    shortName: row.name.replace(/^IBM /, ""),
    primaryCategory: row.category,
    categories: [row.category],
    topics: [topic],
    serviceType: row.serviceType ?? "Application",
    provider: row.provider ?? "IBM",
    headline: entry.headline,
    pitch: typeof row.pitch === "string" ? { en: row.pitch } : row.pitch,
    keywords: row.keywords ?? [],
    locales: row.locales ?? LOCALES,
    plans: row.plans.map((plan, i) =>
      shapePlan(plan, { index, i, id: planIds[i] ?? "", planIds, productId: serial(i), product: row.name }),
    ),
    archived: row.archived ?? false,
    resold: !row.notResold,
    publishedOn: PUBLISHED + index * 86_400,
    lastModified: PUBLISHED + 90_000_000 + index * 3_600,
  };
}

type PlanPlace = {
  index: number;
  i: number;
  id: string;
  planIds: readonly string[];
  productId: string;
  product: string;
};

function shapePlan(row: PlanRow, place: PlanPlace): IbmPlan {
  const suffix = row.suffix ?? "per user per month";
  return {
    id: place.id,
    name: row.name,
    type: row.trial ? "Try" : "Buy",
    ...(row.trial ? { price: "0.00" } : row.price !== undefined && { price: row.price }),
    suffix,
    description: `${row.name} of ${place.product}.`,
    referralsOnly: row.referralsOnly ?? false,
    productId: place.productId,
    features: [["Number of users", row.trial ? "1 user, 30 days" : `Sold ${suffix}`]],
    components: shapeComponents(row, place),
    ...(row.countries && { countries: row.countries }),
    changesTo: row.trial ? [] : place.planIds.filter((id) => id !== place.id),
    ...(place.index % 3 === 0 && { supportsCancellation: place.index % 2 === 0 }),
    billing: row.billing ?? "M",
    configurable: !row.notConfigurable,
  };
}

function shapeComponents(row: PlanRow, place: PlanPlace): IbmComponent[] {
  const part = (n: number) => `D${(FIRST_PART + place.index * 16 + place.i * 5 + n).toString(36).toUpperCase()}LL`;
  const unit = row.unit ?? "users";
  const options = row.options ?? [];
  const quantity = {
    attributeName: "item_qty",
    unitOfMeasure: unit,
    ...(!row.bare && {
      name: "Quantity",
      description: `Number of ${unit}`,
      type: "number" as const,
      min: row.min ?? "1",
      max: row.max ?? "5000",
      optional: false,
      supportsOrderUpdates: true,
      ...(row.price !== undefined && { listUnitPrice: [row.price] }),
    }),
  };
  const asked = (row.asksFor ?? []).map((type) => ({
    attributeName: `account_${type}`,
    unitOfMeasure: "",
    name: { url: "Tenant address", email: "Administrator e-mail", text: "Tenant name" }[type],
    description: "Needed to set the service up",
    type,
    listUnitPrice: [],
  }));
  const base: IbmComponent = {
    partIdentifier: part(0),
    name: place.product,
    description: `${row.name}, base`,
    partType: "bundle",
    required: true,
    allowedPartChanges: [],
    currencyCode: "USD",
    attributes: [quantity, ...(row.sizes ? [sizeAttribute(row.sizes)] : []), ...asked],
  };
  return [
    base,
    ...options.map(([name, price], i): IbmComponent => ({
      partIdentifier: part(i + 1),
      name,
      description: `${name} for ${place.product}`,
      partType: "option",
      required: row.requiredOption === true && i === 0,
      allowedPartChanges: [],
      currencyCode: "USD",
      attributes: [{ ...quantity, min: "0", listUnitPrice: [price] }],
    })),
  ];
}

function sizeAttribute(sizes: readonly (readonly [string, string, string])[]) {
  return {
    attributeName: "size",
    unitOfMeasure: "instance",
    name: "Size",
    description: "Capacity of one instance",
    type: "enumeration" as const,
    values: sizes.map(([, value]) => value),
    displayValues: sizes.map(([label, value]) => ({ [label]: value })),
    listUnitPrice: sizes.map(([, , price]) => price),
    optional: false,
  };
}

/** 32 hexadecimal digits as IBM's ids have, with a block of zeros that marks them as made up. */
export function demoId(text: string): string {
  const hex = (salt: string) => hashText(`${text}${salt}`).toString(16).padStart(8, "0");
  return `00000000${hex("a")}${hex("b")}${hex("c")}`;
}
