import type { PlanConfiguration, Product } from "@/lib/domain/catalog/product";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { readPlanConfiguration } from "@/lib/server/catalog/plan-configurations";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";
import type { Desk } from "@/lib/server/desk";
import { env } from "@/lib/server/env";
import { loadPriceRules } from "@/lib/server/price-rules/load-price-rules";
import { processState } from "@/lib/server/process-state";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import { database } from "@/lib/server/store/database";

const REMEMBERED_MS = 60_000;
const REMEMBERED_MAX = 5_000;

/** The desk of this process: its database, the published catalog and the rules in force. */
export async function openDesk(): Promise<Desk> {
  const { publicUrl, demo } = env();
  const db = await database();
  return {
    db,
    catalog: await currentCatalog(),
    prices: (await loadPriceRules(db)).set,
    houseRules: [],
    planConfiguration,
    vendorLabel,
    publicUrl,
    demo,
    now: () => new Date(),
    timeZone: (await readSellerSettings(db, demo)).timeZone,
  };
}

type Known = { readonly until: number; readonly configuration: PlanConfiguration | null };

/** A cart of 500 lines asks for 500 plans at every change, most of which have nothing to configure. */
async function planConfiguration(product: Product, planKey: string): Promise<PlanConfiguration | null> {
  const known = processState("desk-plan-configurations", () => new Map<string, Known>());
  const place = JSON.stringify([product.vendor, product.key, planKey, product.locale]);
  const before = known.get(place);
  if (before && before.until > Date.now()) return before.configuration;
  const configuration = await readPlanConfiguration({ product, planKey });
  if (known.size >= REMEMBERED_MAX) known.clear();
  known.set(place, { until: Date.now() + REMEMBERED_MS, configuration });
  return configuration;
}
