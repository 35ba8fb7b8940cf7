import { noDetails, type Plan, type PriceRow, type Product } from "@/lib/domain/catalog/product";
import { samplePlan } from "@/lib/domain/catalog/sample-products";

const MAKERS = ["Aurelin", "Bravonet", "Cirrofern", "Dovetide", "Emberlake", "Fjordbyte", "Gantryx", "Halcyonix"];
const AREAS = ["Backup", "Mail Security", "Identity", "Endpoint", "Archive", "Telephony", "Analytics", "Storage"];
const EDITIONS = ["Essential", "Business", "Enterprise", "Retention Pack", "Compliance Pack", "Starter"];
const CATEGORIES = [
  "Security",
  "Analytics",
  "Data management",
  "Productivity",
  "Cloud infrastructure",
  "File transfer",
];
const TOPICS = ["Backup", "Email", "Compute", "Storage", "IdentityAccess", "Database", "Monitoring", "Containers"];
const PERIODS = [
  ["P1Y", "P1Y", 12],
  ["P1Y", "P1M", 1],
  ["P1M", "P1M", 1],
] as const;

/** A numbered product of an endless, visibly invented catalog; the same number always gives the same product. */
export function benchProduct(index: number): Product {
  const chance = chances(index);
  const maker = chance(MAKERS);
  const area = chance(AREAS);
  const family = Math.floor(index / 20)
    .toString(36)
    .toUpperCase()
    .padStart(5, "0");
  const partNumber = `DEMO-GEN-${family}-B${index % 20}`;
  const vendor = index % 5 === 0 ? "ibm" : "cloudblue";
  return {
    vendor,
    key: partNumber,
    partNumber,
    externalId: `sku-${(index * 7919).toString(36).padStart(8, "0")}`,
    otherPartNumbers: [],
    name: `${maker} ${area} ${chance(EDITIONS)} ${Math.floor(index / 20) + 1}`,
    service: vendor === "ibm" ? null : `${maker}_${area}`.toUpperCase().replace(" ", "_"),
    provider: maker,
    categories: [chance(CATEGORIES)],
    topics: [...new Set([chance(TOPICS), chance(TOPICS)])],
    serviceType: chance(["Application", "API", "Runtime"]),
    summary: null,
    archived: index % 50 === 0,
    locale: "en-us",
    availableLocales: [],
    updatedAt: new Date(1_790_000_000_000 + chance.below(30_000_000) * 1000).toISOString(),
    plans: [benchPlan(chance)],
    requires:
      index % 20 < 14
        ? []
        : [{ anyOf: [{ vendor, key: `DEMO-GEN-${family}-B1`, name: `${maker} ${area} Business`, available: true }] }],
    details: noDetails,
  };
}

type Chance = { <Value>(values: readonly Value[]): Value; below(limit: number): number };

function benchPlan(chance: Chance): Plan {
  const [commitment, billingPeriod, months] = chance(PERIODS);
  const cents = (300 + chance.below(20_000)) * months;
  const currencies = chance([["USD"], ["USD", "EUR"], ["EUR"]] as const);
  const prices = currencies.flatMap((currency): PriceRow[] => {
    const price = {
      side: "price",
      kind: "recurring",
      currency,
      amount: amount(cents),
      model: "flat",
      from: "0",
    } as const;
    if (chance.below(6) === 0) return [price];
    return [price, Object.assign({ ...price }, { side: "cost" as const, amount: amount(Math.floor(cents * 0.85)) })];
  });
  return samplePlan({ key: "default", name: "Standard", billingPeriod, commitment, maximum: "5000", prices });
}

function amount(cents: number): string {
  return `${Math.floor(cents / 100)}.${(cents % 100).toString().padStart(2, "0")}`;
}

function chances(seed: number): Chance {
  let state = (seed + 1) * 2_654_435_761;
  const below = (limit: number) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((state ^ (state >>> 15)) >>> 0) % limit;
  };
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  return Object.assign(pick, { below });
}
