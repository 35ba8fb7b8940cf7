import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import type { PlanConfiguration, Product, ProductRef } from "@/lib/domain/catalog/product";
import type { PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { Database } from "@/lib/server/store/database";

/** What carts and quotes ask of the catalog. */
export type DeskCatalog = {
  find(ref: ProductRef): Product | null;
  /** Every product that answers to a part number, whatever its dashes and case. */
  findByPartNumber(partNumber: string): readonly Product[];
  /** Vendor → when its catalog was read. */
  readonly asOf: Readonly<Record<string, string>>;
};

/** What the operations on carts and quotes work with. */
export type Desk = {
  readonly db: Database;
  readonly catalog: DeskCatalog;
  readonly prices: PriceRuleSet;
  readonly houseRules: readonly HouseRule[];
  /** Components and attributes of a plan; null where it has none. Throws a `VendorError` when nobody can say. */
  planConfiguration(product: Product, planKey: string): Promise<PlanConfiguration | null>;
  vendorLabel(vendor: string): string;
  readonly publicUrl: string;
  readonly demo: boolean;
  now(): Date;
  /** Where the house sells (IANA), for the day that it is. */
  readonly timeZone: string;
};
