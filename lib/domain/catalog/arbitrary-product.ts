import fc from "fast-check";
import { noDetails, type Plan, type PriceRow, type Product } from "@/lib/domain/catalog/product";
import { samplePlan, sampleProduct } from "@/lib/domain/catalog/sample-products";

const NAMES = ["Office", "365", "Backup", "Élan", "cloud", "Mail", "Security", "E3", "attendance", "クラウド勤怠"];
const pick = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const some = (...values: readonly string[]) => fc.subarray([...values]);

const amount = fc
  .tuple(fc.integer({ min: 0, max: 400 }), pick("", ".5", ".50", ".05", ".333", ".3333333333"))
  .map(([whole, fraction]) => `${whole}${fraction}`);

const priceRow: fc.Arbitrary<PriceRow> = fc.record({
  side: pick("price", "price", "cost", "list"),
  kind: pick("recurring", "recurring", "recurring", "setup"),
  currency: pick("USD", "USD", "EUR", "JPY"),
  amount,
  model: pick("flat", "volume"),
  from: pick("0", "0", "1", "10"),
});

const plan: fc.Arbitrary<Plan> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 4 }),
  name: pick("Standard", "Trial"),
  type: pick("buy", "buy", "try"),
  partNumber: pick(null, "D1BCYLL"),
  description: fc.constant(null),
  billingPeriod: pick(null, "P1M", "P1M", "P1Y", "P3Y", "P30D"),
  commitment: pick(null, "P1M", "P1Y", "P3Y"),
  minimum: pick("0", "1", "10"),
  maximum: pick(null, "300"),
  prices: fc.array(priceRow, { maxLength: 5 }),
  costUnknown: pick("notProvided", "usageBased"),
  pricePrefix: fc.constant(null),
  priceSuffix: fc.constant(null),
  attributes: fc.constant([]),
  notOrderable: pick(null, null, null, "noPrice", "trial"),
  configuration: fc.constant(null),
});

const loose = fc.record({
  vendor: pick("cloudblue", "ibm"),
  partNumber: fc.stringMatching(/^[A-C]{1,2}-?[0-2]{1,3}(-[XY])?$/),
  externalId: pick(null, "sku-1", "sku-2"),
  otherPartNumbers: some("D1BCYLL", "5725-U84"),
  name: fc.array(pick(...NAMES), { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
  service: pick(null, "O365", "AZURE_NCE", "UNLISTED"),
  provider: pick(null, "Contoso Demo", "Fabrikam Demo"),
  categories: some("Security", "Analytics", "Storage"),
  topics: some("cat.topic:Backup", "cat.topic:WebAnalytics"),
  serviceType: pick(null, "Application", "API"),
  summary: pick(null, "keeps mail safe"),
  archived: pick(false, false, false, true),
  locale: fc.constant("en-us"),
  availableLocales: fc.constant([]),
  updatedAt: pick(null, "2026-10-01T00:00:00.000Z", "2026-11-01T12:00:00.000Z", "2026-11-02T12:00:00.000Z"),
  plans: fc.array(plan, { minLength: 1, maxLength: 3 }),
  requires: pick([], [], [{ anyOf: [{ vendor: "cloudblue", key: "0", name: "Base", available: true }] }]),
  details: fc.constant(noDetails),
});

/** Catalogs of test products with keys of their own and plenty of equal values. */
export const arbitraryCatalog: fc.Arbitrary<Product[]> = fc
  .array(loose, { maxLength: 150, size: "max" })
  .map((products) => products.map((product, i) => Object.assign(product, { key: i.toString() })));

/** A small product for examples; name what matters. */
export function exampleProduct(given: Partial<Product> = {}): Product {
  const plans = [examplePlan()];
  return sampleProduct(given.partNumber ?? "DEMO-1", { name: "Demo product", service: null, plans, ...given });
}

export function examplePlan(given: Partial<Plan> = {}): Plan {
  return samplePlan({ key: "default", name: "Standard", ...given });
}
