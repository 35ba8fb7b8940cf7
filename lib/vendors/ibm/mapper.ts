import type { NotOrderableReason, Plan, PriceRow, VendorProduct } from "@/lib/domain/catalog/product";
import type { DecimalString } from "@/lib/domain/money/decimal";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { readAmount } from "@/lib/vendors/amounts";
import type { MappedRecord } from "@/lib/vendors/crawl";
import { mapDetails } from "@/lib/vendors/ibm/details";
import { readRhythm } from "@/lib/vendors/ibm/periods";
import { type IbmPlan, type IbmProduct, PlanSchema, ProductSchema } from "@/lib/vendors/ibm/schemas";
import { rejectRecord } from "@/lib/vendors/rejects";
import { identifier, plainText, textMax } from "@/lib/vendors/text";

export type MapSettings = { readonly locale: string; readonly redact: (text: string) => string };

/** One product of a list or of a single answer. */
export function mapIbmRecord(record: unknown, settings: MapSettings): MappedRecord {
  const parsed = ProductSchema.safeParse(record);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "record")));
    return reject(record, `unexpected content in: ${[...fields].join(", ")}`, settings);
  }
  const row = parsed.data;
  const id = identifier(row.id);
  const name = plainText(row.name, textMax.name);
  if (id === null) return reject(record, "no usable id", settings);
  if (name === null) return reject(record, "no name", settings);
  const { plans, problems } = readPlans(row);
  const product = productOf(row, id, name, plans, settings);
  const notes = problems.map((problem) => rejectRecord(id, `${problem}; the product stays`, record, settings.redact));
  return { kind: "product", product, identity: id, signature: signatureOf(product), notes };
}

function reject(record: unknown, reason: string, settings: MapSettings): MappedRecord {
  const id = typeof record === "object" && record !== null && "id" in record ? record.id : null;
  const known = typeof id === "string" || Number.isSafeInteger(id) ? identifier(String(id)) : null;
  const rejected = rejectRecord(known === null ? null : settings.redact(known), reason, record, settings.redact);
  return {
    kind: "rejected",
    identity: `rejected|${rejected.identity}|${rejected.excerpt}`,
    signature: reason,
    rejected,
  };
}

function productOf(
  row: IbmProduct,
  id: string,
  name: string,
  plans: readonly Plan[],
  settings: MapSettings,
): VendorProduct {
  const numbers = distinct([...(row.productIds ?? []), row.productId], identifier);
  const [partNumber = id, ...others] = numbers;
  const provider = plainText(row.provider?.name, textMax.name) ?? (row.isThirdParty === false ? "IBM" : null);
  return {
    vendor: "ibm",
    partNumber,
    externalId: id,
    otherPartNumbers: distinct([...others, ...plans.map((plan) => plan.partNumber), row.productKey], identifier).filter(
      (number) => number !== partNumber,
    ),
    name,
    service: null,
    provider,
    categories: distinct([row.primaryCategory, ...(row.category ?? [])], line),
    topics: distinct([row.primaryCategoryTopic, ...(row.categoryTopics ?? []), ...(row.topics ?? [])], line),
    serviceType: line(row.serviceType),
    summary: plainText(row.description ?? row.overview ?? row.longDescription, textMax.line),
    archived: row.archived === true,
    locale: line(row.locale)?.toLowerCase() ?? settings.locale,
    availableLocales: distinct(row.availableForLocales ?? [], line).map((locale) => locale.toLowerCase()),
    updatedAt: instantOf(row.lastModified),
    plans,
    requires: [],
    details: mapDetails(row),
  };
}

function readPlans(row: IbmProduct): { readonly plans: readonly Plan[]; readonly problems: readonly string[] } {
  const plans: Plan[] = [];
  const problems: string[] = [];
  for (const raw of row.purchasePlans ?? []) {
    const parsed = PlanSchema.safeParse(raw);
    const key = parsed.success ? planKeyOf(parsed.data) : null;
    if (!parsed.success || key === null) problems.push("a plan without id and name is left out");
    else if (plans.some((plan) => plan.key === key)) problems.push(`plan ${key} is listed twice; the first is used`);
    else {
      const price = readPrice(parsed.data);
      if (price.problem !== null) problems.push(`plan ${key}: ${price.problem}; its price is unknown`);
      plans.push(planOf(parsed.data, key, price.rows, row.archived === true));
    }
  }
  return { plans, problems };
}

/** The id is optional in the documents; a plan without one is still told apart by its number or name. */
function planKeyOf(plan: IbmPlan): string | null {
  return identifier(plan.id) ?? identifier(plan.productId) ?? plainText(plan.name, textMax.name);
}

function planOf(plan: IbmPlan, key: string, prices: readonly PriceRow[], archived: boolean): Plan {
  const type = planTypeOf(plan);
  const suffix = line(plan.suffix);
  const rhythm = readRhythm(suffix);
  return {
    key,
    name: plainText(plan.name, textMax.name) ?? key,
    type,
    partNumber: identifier(plan.productId),
    description: plainText(plan.description, textMax.paragraph),
    billingPeriod: rhythm.kind === "recurring" ? rhythm.period : null,
    commitment: null,
    // The catalog gives no limits; those of a part are in the plan's configuration.
    minimum: "1",
    maximum: null,
    prices,
    costUnknown: "notProvided",
    pricePrefix: line(plan.prefix),
    priceSuffix: suffix,
    attributes: (plan.attributes ?? []).flatMap(attributeOf),
    notOrderable: notOrderableOf(plan, type, prices, archived),
    configuration: null,
  };
}

/** "Buy", "BUY" and "buy" all occur. */
function planTypeOf(plan: IbmPlan): string {
  return line(plan.type)?.toLowerCase() ?? "other";
}

function notOrderableOf(
  plan: IbmPlan,
  type: string,
  prices: readonly PriceRow[],
  archived: boolean,
): NotOrderableReason | null {
  if (archived) return "archived";
  // "true": a third party provisions the plan, so that IBM only passes the customer on.
  if (String(plan.supportsReferralsOnly).trim().toLowerCase() === "true") return "referralOnly";
  if (type === "try") return "trial";
  return prices.length === 0 ? "noPrice" : null;
}

/** `price` is IBM's list price; the catalog never holds what the reseller pays. */
function readPrice(plan: IbmPlan): { readonly rows: readonly PriceRow[]; readonly problem: string | null } {
  if (plan.price === undefined || plan.price === null) return { rows: [], problem: null };
  const amount: DecimalString | null = readAmount(plan.price);
  const currency = plan.unit?.trim().toUpperCase() ?? "";
  if (amount === null) return { rows: [], problem: "the price is not a plain decimal" };
  if (!isCurrencyCode(currency)) return { rows: [], problem: "the price has no known currency" };
  const kind = readRhythm(line(plan.suffix)).kind === "once" ? "setup" : "recurring";
  return { rows: [{ side: "list", kind, currency, amount, model: "flat", from: "0" }], problem: null };
}

function attributeOf(attribute: NonNullable<IbmPlan["attributes"]>[number]): Plan["attributes"] {
  const name = plainText(attribute.name, textMax.name) ?? plainText(attribute.description, textMax.name);
  if (name === null) return [];
  const description = plainText(attribute.description, textMax.paragraph);
  return [
    { id: identifier(attribute.id) ?? name, name, description, toolTip: plainText(attribute.toolTip, textMax.line) },
  ];
}

function line(value: string | null | undefined): string | null {
  return plainText(value, textMax.name);
}

function distinct(
  values: readonly (string | null | undefined)[],
  clean: (value: string | null | undefined) => string | null,
): string[] {
  return [...new Set(values.flatMap((value) => clean(value) ?? []))];
}

/** Epoch seconds in the catalog; IBM's orders count milliseconds, so a number that large is read as such. */
export function instantOf(epoch: number | null | undefined): string | null {
  if (epoch === null || epoch === undefined || !Number.isSafeInteger(epoch) || epoch <= 0) return null;
  const ms = epoch > 100_000_000_000 ? epoch : epoch * 1000;
  return ms < 8_640_000_000_000_000 ? new Date(ms).toISOString() : null;
}

function signatureOf(product: VendorProduct): string {
  const plans = product.plans.flatMap((plan) => [
    plan.key,
    ...plan.prices.map((row) => `${row.amount} ${row.currency}`),
  ]);
  return [product.name, product.updatedAt, ...plans].join("|");
}
