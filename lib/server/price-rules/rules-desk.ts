import type { PriceRuleDto } from "@/lib/contracts/price-rules";
import type { Product } from "@/lib/domain/catalog/product";
import type { PriceScope } from "@/lib/domain/pricing/price-rule";
import type { Desk } from "@/lib/server/desk";
import { entityTag } from "@/lib/server/carts/if-match";
import { currentCatalog, takeOverChange } from "@/lib/server/catalog/current-catalog";
import { productsInScope } from "@/lib/server/price-rules/products-in-scope";
import { env } from "@/lib/server/env";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import { json, type JsonAnswer } from "@/lib/server/route";
import { type Database, database } from "@/lib/server/store/database";

type RulesDesk = {
  readonly db: Database;
  now(): Date;
  readonly timeZone: string;
  readonly catalog: Desk["catalog"];
  productsInScope(scopes: readonly PriceScope[]): Iterable<Product>;
  /** Lists take over the new prices; carts and quotes have them at once. */
  reprice(): Promise<void>;
};

export async function rulesDesk(): Promise<RulesDesk> {
  const [db, catalog] = [await database(), await currentCatalog()];
  return {
    db,
    catalog,
    now: () => new Date(),
    timeZone: (await readSellerSettings(db, env().demo)).timeZone,
    productsInScope: (scopes) => productsInScope(catalog, scopes),
    reprice: takeOverChange,
  };
}

/** A rule with the entity tag that the next write has to name. */
export function ruleAnswer(rule: PriceRuleDto): JsonAnswer {
  return json(rule, { headers: { etag: entityTag(rule.version) } });
}
