import { buildCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import type { Plan, PlanConfiguration, PriceRow, Product } from "@/lib/domain/catalog/product";
import { samplePlan, sampleProduct, sampleRow } from "@/lib/domain/catalog/sample-products";
import { noPriceRules } from "@/lib/domain/pricing/rule-set";
import type { Role } from "@/lib/contracts/session";
import type { Desk } from "@/lib/server/desk";
import type { Database } from "@/lib/server/store/database";
import { rightsOf, type Viewer } from "@/lib/server/viewer";

/** A desk over a store of its own, whose catalog and clock a test can turn. */
export type TestDesk = Desk & { setCatalog(products: readonly Product[]): void; setNow(iso: string): void };

const AS_OF = { cloudblue: "2026-03-01T08:00:00.000Z", ibm: "2026-03-01T08:05:00.000Z" };

export function openTestDesk(db: Database, products: readonly Product[]): TestDesk {
  let catalog = catalogOf(products);
  let now = "2026-03-02T09:00:00.000Z";
  return {
    db,
    get catalog() {
      return catalog;
    },
    prices: noPriceRules,
    houseRules: [],
    planConfiguration: async (product, planKey) =>
      product.plans.find(({ key }) => key === planKey)?.configuration ?? null,
    vendorLabel: (vendor) => (vendor === "ibm" ? "IBM" : "Ingram Micro"),
    publicUrl: "https://desk.example",
    demo: true,
    now: () => new Date(now),
    timeZone: "UTC",
    setCatalog: (other) => {
      catalog = catalogOf(other);
    },
    setNow: (iso) => {
      now = iso;
    },
  };
}

function catalogOf(products: readonly Product[]): Desk["catalog"] {
  const index = buildCatalogIndex(products);
  const at = (row: number) => products[index.addedAt(row)] ?? null;
  return {
    asOf: AS_OF,
    find: (ref) => {
      const row = index.findRow(ref);
      return row === null ? null : at(row);
    },
    findByPartNumber: (number) => index.rowsOfNumber(number).flatMap((row) => at(row) ?? []),
  };
}

/** A signed-in person whose account is in the store. */
export async function addViewer(db: Database, role: Role, name: string): Promise<Viewer> {
  const userId = `user-${name.toLowerCase().replaceAll(" ", "-")}`;
  const email = `${userId}@desk.example`;
  await db
    .insertInto("users")
    .values({
      id: userId,
      email,
      name,
      role,
      password_hash: "none",
      demo: 0,
      disabled_at: null,
      created_at: "2026-01-01T00:00:00.000Z",
    })
    .execute();
  return { userId, email, name, role, rights: rightsOf(role) };
}

export type ProductFacts = {
  readonly vendor?: string;
  readonly key: string;
  readonly name?: string;
  readonly partNumber?: string;
  readonly service?: string | null;
  readonly price?: string | null;
  readonly cost?: string | null;
  readonly setup?: string;
  /** Price and cost of a unit used; with `price: null` the product is billed by use alone. */
  readonly overuse?: readonly [price: string, cost: string | null];
  readonly currency?: string;
  readonly billingPeriod?: string | null;
  readonly minimum?: string;
  readonly maximum?: string | null;
  readonly needs?: readonly string[];
  readonly archived?: boolean;
  readonly configuration?: PlanConfiguration | null;
};

export function makeProduct(facts: ProductFacts): Product {
  const { vendor = "cloudblue", key, name = `Product ${key}`, partNumber = key, service = "Demo Suite" } = facts;
  return sampleProduct(key, {
    vendor,
    partNumber,
    externalId: `id-${key}`,
    name,
    service,
    provider: "Demo Provider",
    categories: ["Productivity"],
    archived: facts.archived ?? false,
    availableLocales: ["en-us"],
    plans: [makePlan(facts)],
    requires: (facts.needs ?? []).map((other) => ({
      anyOf: [{ vendor, key: other, name: `Product ${other}`, available: true }],
    })),
  });
}

function makePlan(facts: ProductFacts): Plan {
  const { price = "20.00", cost = null, setup, overuse, currency = "USD" } = facts;
  const row = (side: PriceRow["side"], kind: PriceRow["kind"], amount: string) =>
    sampleRow(side, amount, { kind, currency });
  return samplePlan({
    key: "standard",
    name: "Standard",
    billingPeriod: facts.billingPeriod === undefined ? "P1M" : facts.billingPeriod,
    minimum: facts.minimum ?? "1",
    maximum: facts.maximum === undefined ? "5000" : facts.maximum,
    prices: [
      ...(price === null ? [] : [row("price", "recurring", price)]),
      ...(cost === null ? [] : [row("cost", "recurring", cost)]),
      ...(setup === undefined ? [] : [row("price", "setup", setup)]),
      ...(overuse ? [row("price", "overuse", overuse[0])] : []),
      ...(overuse?.[1] ? [row("cost", "overuse", overuse[1])] : []),
    ],
    costUnknown: overuse && price === null ? "usageBased" : "notProvided",
    notOrderable: price === null && !overuse ? "noPrice" : null,
    configuration: facts.configuration ?? null,
  });
}
