import { isPeriod } from "@/lib/domain/catalog/period";
import { noDetails, type Plan, type PriceRow, type PriceSide, type VendorProduct } from "@/lib/domain/catalog/product";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";
import { readAmount, readQuantity } from "@/lib/vendors/amounts";
import type { MappedRecord } from "@/lib/vendors/crawl";
import { rejectRecord } from "@/lib/vendors/rejects";
import {
  type ContosoEdition,
  type ContosoItem,
  type ContosoMoney,
  ItemSchema,
} from "@/lib/vendors/testing/contoso/schemas";
import { cleanHtml, identifier, plainText, textMax } from "@/lib/vendors/text";

export type MapSettings = { readonly locale: string; readonly redact: (text: string) => string };

/** One item of the list; an item is a product and each of its editions a plan. */
export function mapContosoItem(record: unknown, settings: MapSettings): MappedRecord {
  const parsed = ItemSchema.safeParse(record);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "record")));
    return reject(record, `unexpected content in: ${[...fields].join(", ")}`, settings);
  }
  const item = parsed.data;
  const sku = identifier(item.sku);
  const name = plainText(item.title, textMax.name);
  const groups = (item.prerequisites ?? []).map((group) => group.map((target) => identifier(target.sku)));
  if (sku === null) return reject(record, "no usable sku", settings);
  if (name === null) return reject(record, "no title", settings);
  if (groups.flat().includes(null)) return reject(record, "a prerequisite has no usable sku", settings);
  const read = item.editions.map((edition) => readEdition(edition, item));
  const plans = read.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const product = productOf(item, { sku, name, plans, groups }, settings);
  const notes = read.flatMap(({ problems }) =>
    problems.map((problem) => rejectRecord(sku, `${problem}; the product stays`, record, settings.redact)),
  );
  return { kind: "product", product, identity: sku, signature: JSON.stringify([name, plans, groups]), notes };
}

function reject(record: unknown, reason: string, settings: MapSettings): MappedRecord {
  const sku = typeof record === "object" && record !== null && "sku" in record ? record.sku : null;
  const known = typeof sku === "string" ? identifier(sku) : null;
  const rejected = rejectRecord(known === null ? null : settings.redact(known), reason, record, settings.redact);
  return {
    kind: "rejected",
    identity: `rejected|${rejected.identity}|${rejected.excerpt}`,
    signature: reason,
    rejected,
  };
}

type ReadEdition = { readonly plan: Plan | null; readonly problems: readonly string[] };

function readEdition(edition: ContosoEdition, item: ContosoItem): ReadEdition {
  const key = identifier(edition.code);
  const minimum = readQuantity(edition.seats?.from ?? "1");
  const maximum =
    edition.seats?.upTo === undefined || edition.seats.upTo === null ? null : readQuantity(edition.seats.upTo);
  const unlimited = edition.seats?.upTo === undefined || edition.seats.upTo === null;
  if (key === null) return { plan: null, problems: ["an edition without a code is left out"] };
  if (minimum === null || (maximum === null && !unlimited)) {
    return { plan: null, problems: [`the seats of edition ${key} are not numbers; it is left out`] };
  }
  const sides = [readPrice("cost", edition.buyPrice), readPrice("price", edition.sellPrice)];
  const prices = sides.flatMap((row) => (row === "unreadable" || row === null ? [] : [row]));
  const unreadable = sides.includes("unreadable");
  return {
    plan: planOf(edition, { key, minimum, maximum, prices, retired: item.retired === true }),
    problems: unreadable ? [`a price of edition ${key} is not a plain decimal with a currency; it is unknown`] : [],
  };
}

function readPrice(side: PriceSide, money: ContosoMoney | null | undefined): PriceRow | "unreadable" | null {
  if (!money) return null;
  const amount = readAmount(money.value);
  const currency = typeof money.in === "string" ? money.in.trim().toUpperCase() : "";
  if (amount === null || !isCurrencyCode(currency)) return "unreadable";
  return { side, kind: "recurring", currency, amount, model: "flat", from: "0" };
}

type EditionFacts = {
  readonly key: string;
  readonly minimum: DecimalString;
  readonly maximum: DecimalString | null;
  readonly prices: readonly PriceRow[];
  readonly retired: boolean;
};

function planOf(edition: ContosoEdition, { key, minimum, maximum, prices, retired }: EditionFacts): Plan {
  return {
    key,
    name: plainText(edition.title, textMax.name) ?? key,
    type: "buy",
    partNumber: null,
    description: null,
    billingPeriod: periodOf(edition.bill),
    commitment: periodOf(edition.term),
    minimum,
    maximum,
    prices,
    costUnknown: "notProvided",
    pricePrefix: null,
    priceSuffix: null,
    attributes: [],
    notOrderable: retired ? "archived" : prices.length === 0 ? "noPrice" : null,
    configuration: null,
  };
}

function periodOf(text: string | null | undefined): string | null {
  return text && isPeriod(text) ? text : null;
}

type ItemFacts = {
  readonly sku: string;
  readonly name: string;
  readonly plans: readonly Plan[];
  readonly groups: readonly (readonly (string | null)[])[];
};

function productOf(item: ContosoItem, { sku, name, plans, groups }: ItemFacts, settings: MapSettings): VendorProduct {
  const category = plainText(item.group, textMax.name);
  return {
    vendor: "contoso",
    partNumber: sku,
    externalId: null,
    otherPartNumbers: [],
    name,
    service: plainText(item.family, textMax.name),
    provider: plainText(item.maker, textMax.name),
    categories: category === null ? [] : [category],
    topics: [],
    serviceType: null,
    summary: plainText(item.about, textMax.line),
    archived: item.retired === true,
    locale: settings.locale,
    availableLocales: [],
    updatedAt: null,
    plans,
    requires: groups.map((group) => ({
      anyOf: group.flatMap((partNumber) => (partNumber === null ? [] : [{ partNumber, externalId: null }])),
    })),
    details: { ...noDetails, descriptionHtml: cleanHtml(item.about) },
  };
}
