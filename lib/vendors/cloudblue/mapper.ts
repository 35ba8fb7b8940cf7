import {
  type CostUnknownReason,
  noDetails,
  type Plan,
  type PriceRow,
  type RequirementTarget,
  type VendorProduct,
} from "@/lib/domain/catalog/product";
import type { DecimalString } from "@/lib/domain/money/decimal";
import { readQuantity } from "@/lib/vendors/amounts";
import { periodOf, suffixOf } from "@/lib/vendors/cloudblue/periods";
import { readPrices } from "@/lib/vendors/cloudblue/prices";
import { type CloudBlueProduct, ProductSchema, readPlainProduct } from "@/lib/vendors/cloudblue/schemas";
import type { MappedRecord } from "@/lib/vendors/crawl";
import { rejectRecord } from "@/lib/vendors/rejects";
import { identifier, plainText, textMax } from "@/lib/vendors/text";

export const cloudBluePlanKey = "standard";

export type MapSettings = { readonly locale: string; readonly redact: (text: string) => string };

/** One row of `GET /products`. What is not safe to guess sets the record aside; a bad price only loses that price. */
export function mapCloudBlueRecord(record: unknown, settings: MapSettings): MappedRecord {
  const plain = readPlainProduct(record);
  if (plain) return mapRow(plain, record, settings);
  const parsed = ProductSchema.safeParse(record);
  if (parsed.success) return mapRow(parsed.data, record, settings);
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "record")));
  return reject(record, `unexpected content in: ${[...fields].join(", ")}`, settings);
}

function mapRow(row: CloudBlueProduct, record: unknown, settings: MapSettings): MappedRecord {
  const mpn = identifier(row.mpn);
  const name = plainText(row.name, textMax.name);
  const limits = readLimits(row);
  if (mpn === null) return reject(record, "no usable mpn", settings);
  if (name === null) return reject(record, "no name", settings);
  if (limits === null) return reject(record, "the quantity limits are not numbers", settings);
  const requires = requirementsOf(row);
  if (requires === null) return reject(record, "a dependency has no usable mpn", settings);

  const prices = readPrices("price", row.prices ?? []);
  const costs = readPrices("cost", row.costs ?? []);
  const rows = [...costs.rows, ...prices.rows];
  const plan = planOf(row, name, mpn, limits, rows);
  const product = productOf(row, { mpn, name, plan, requires }, settings);
  const problems = [...costs.problems, ...prices.problems];
  const notes = problems.map((problem) =>
    rejectRecord(mpn, `${problem}; left out, the product stays`, record, settings.redact),
  );
  return {
    kind: "product",
    product,
    identity: identityOf(product, plan),
    signature: signatureOf(name, plan, product),
    notes,
  };
}

function reject(record: unknown, reason: string, settings: MapSettings): MappedRecord {
  const mpn = typeof record === "object" && record !== null && "mpn" in record ? record.mpn : null;
  const known = typeof mpn === "string" || Number.isSafeInteger(mpn) ? identifier(String(mpn)) : null;
  const rejected = rejectRecord(known === null ? null : settings.redact(known), reason, record, settings.redact);
  return {
    kind: "rejected",
    identity: `rejected|${rejected.identity}|${rejected.excerpt}`,
    signature: reason,
    rejected,
  };
}

type Limits = { readonly minimum: DecimalString; readonly maximum: DecimalString | null };

/** The platform writes "no limit" as -1; an absent maximum is read the same way. */
function readLimits(row: CloudBlueProduct): Limits | null {
  const minimum = readQuantity(row.minimumQuantity ?? "0");
  const maximum = readQuantity(row.maximumQuantity ?? "-1");
  if (minimum === null || maximum === null || minimum.startsWith("-")) return null;
  if (maximum === "-1") return { minimum, maximum: null };
  return maximum.startsWith("-") ? null : { minimum, maximum };
}

function planOf(row: CloudBlueProduct, name: string, mpn: string, limits: Limits, prices: readonly PriceRow[]): Plan {
  return {
    key: cloudBluePlanKey,
    name,
    type: "buy",
    partNumber: mpn,
    description: null,
    billingPeriod: periodOf(row.billingPeriod),
    commitment: periodOf(row.subscriptionPeriod),
    minimum: limits.minimum,
    maximum: limits.maximum,
    prices,
    costUnknown: costUnknownOf(row, prices),
    pricePrefix: null,
    priceSuffix: suffixOf(row, prices),
    attributes: none,
    // Without a price of the vendor's the seller's own rule may still give one, as long as there is a cost.
    notOrderable: prices.length === 0 ? "noPrice" : null,
    configuration: null,
  };
}

/** Externally rated and purely used-up products are known only on the invoice. */
function costUnknownOf(row: CloudBlueProduct, prices: readonly PriceRow[]): CostUnknownReason {
  const onlyOveruse = prices.length > 0 && prices.every(({ kind }) => kind === "overuse");
  return row.billingModel === "chargeExternalRating" || onlyOveruse ? "usageBased" : "notProvided";
}

type Parts = {
  readonly mpn: string;
  readonly name: string;
  readonly plan: Plan;
  readonly requires: VendorProduct["requires"];
};

function productOf(row: CloudBlueProduct, { mpn, name, plan, requires }: Parts, settings: MapSettings): VendorProduct {
  return {
    vendor: "cloudblue",
    partNumber: mpn,
    externalId: identifier(row.id),
    otherPartNumbers: none,
    name,
    service: plainText(row.serviceName, textMax.name),
    // The manufacturer's id: the API has no name for it.
    provider: plainText(row.vendor, textMax.name),
    categories: none,
    topics: none,
    serviceType: null,
    summary: null,
    archived: false,
    locale: settings.locale,
    availableLocales: none,
    updatedAt: null,
    plans: [plan],
    requires,
    details: detailsOf(row),
  };
}

const none: readonly never[] = [];

/**
 * All of the listed MPNs are needed: the vendor's specification (1.1 and 1.15) says that the listed products must be in
 * the subscription. Hence every MPN is a group of its own. Null where one cannot be told.
 */
function requirementsOf({ dependsOn }: CloudBlueProduct): VendorProduct["requires"] | null {
  if (!dependsOn || dependsOn.length === 0) return none;
  const byTarget = new Map<string, RequirementTarget>();
  for (const dependency of dependsOn) {
    const [partNumber, externalId] = [identifier(dependency.mpn), identifier(dependency.id)];
    if (partNumber === null) return null;
    byTarget.set(`${partNumber}|${externalId}`, { partNumber, externalId });
  }
  return Array.from(byTarget.values(), (target) => ({ anyOf: [target] }));
}

function detailsOf(row: CloudBlueProduct): VendorProduct["details"] {
  const facts = [
    ...fact("Billing model", billingModels.get(row.billingModel ?? "")),
    ...fact("Co-terming", coterming.get(row.coterming?.required ?? "")),
    ...fact("Co-termed to", cotermingTypes.get(row.coterming?.type ?? "")),
  ];
  return facts.length === 0 ? noDetails : { ...noDetails, facts };
}

function fact(name: string, value: string | undefined) {
  return value === undefined ? [] : [{ name, value }];
}

const billingModels: ReadonlyMap<string, string> = new Map([
  ["chargeBeforeBillingPeriod", "charged before each billing period"],
  ["chargeAfterBillingPeriod", "charged after each billing period"],
  ["chargeBeforeSubscriptionPeriod", "charged before the commitment"],
  ["chargeExternalRating", "charged by use, rated by the vendor"],
]);

const coterming: ReadonlyMap<string, string> = new Map([
  ["MANDATORY", "required"],
  ["ALLOWED", "possible"],
  ["RESTRICTED", "not possible"],
]);

const cotermingTypes: ReadonlyMap<string, string> = new Map([
  ["SUBSCRIPTION", "another subscription"],
  ["END_OF_MONTH", "the end of the month"],
]);

/** The vendor's id where it has one; else the MPN with everything the documents name to tell its variants apart. */
function identityOf({ externalId, partNumber, provider, service }: VendorProduct, plan: Plan): string {
  const periods = `${plan.commitment}/${plan.billingPeriod}`;
  if (externalId !== null) return `id|${externalId}|${partNumber}|${periods}`;
  return `${partNumber}|${provider}|${service}|${periods}`;
}

function signatureOf(name: string, plan: Plan, { requires }: VendorProduct): string {
  const parts = [name, `${plan.minimum} to ${plan.maximum}`];
  for (const { side, kind, from, amount, currency } of plan.prices) parts.push(side, kind, from, amount, currency);
  for (const { anyOf } of requires) for (const { partNumber } of anyOf) parts.push("needs", partNumber);
  return parts.join(" ");
}
