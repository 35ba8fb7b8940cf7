import type { PlanConfiguration, Product } from "@/lib/domain/catalog/product";
import type { Desk } from "@/lib/server/desk";
import type { Database } from "@/lib/server/store/database";

/** A desk whose plans are read before a transaction and known within it: nobody is asked while the store is held. */
export function rememberPlans(desk: Desk): { readonly before: Desk; within(trx: Database): Desk } {
  const known = new Map<string, PlanConfiguration | null>();
  const placeOf = ({ vendor, key }: Product, planKey: string) => JSON.stringify([vendor, key, planKey]);
  const { catalog } = desk;
  return {
    before: {
      ...desk,
      catalog,
      planConfiguration: async (product, planKey) => {
        const configuration = await desk.planConfiguration(product, planKey);
        known.set(placeOf(product, planKey), configuration);
        return configuration;
      },
    },
    within: (trx) => ({
      ...desk,
      db: trx,
      catalog,
      planConfiguration: (product, planKey) => Promise.resolve(known.get(placeOf(product, planKey)) ?? null),
    }),
  };
}
