import type { VendorId } from "@/lib/domain/catalog/product";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { cloudBlueNames } from "@/lib/vendors/cloudblue/client";
import { draftCloudBlueOrder } from "@/lib/vendors/cloudblue/order";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { ibmNames } from "@/lib/vendors/ibm/client";
import { draftIbmOrder } from "@/lib/vendors/ibm/order";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import type { NeutralOrder, OrderDraft } from "@/lib/vendors/order-draft";
import type { VendorRuntime } from "@/lib/vendors/runtime";

export type VendorEntry<Settings> = {
  readonly id: VendorId;
  readonly label: string;
  readonly envPrefix: string;
  /** The source of this vendor, or null where the settings leave it off. */
  readonly create: (settings: Settings, runtime: VendorRuntime) => CatalogSource | null;
  /** An order of ours in the vendor's shape. */
  readonly draftOrder: (order: NeutralOrder) => OrderDraft<unknown>;
};

/** Which vendors exist: one line each. */
const vendors = [
  defineVendor({
    ...cloudBlueNames,
    envPrefix: "CLOUDBLUE",
    createSource: createCloudBlueSource,
    draftOrder: draftCloudBlueOrder,
  }),
  defineVendor({ ...ibmNames, envPrefix: "IBM", createSource: createIbmSource, draftOrder: draftIbmOrder }),
] as const;

/** The settings of every vendor by its id; null = the vendor is off. */
export type VendorSettings = SettingsOf<typeof vendors>;

export const vendorRegistry: readonly VendorEntry<VendorSettings>[] = vendors;

/** What a list of vendors needs to be told: the settings of each under its id. */
export type SettingsOf<Entries> = Entries extends readonly [VendorEntry<infer First>, ...infer Rest]
  ? First & SettingsOf<Rest>
  : unknown;

export function defineVendor<Id extends string, Own extends object>(vendor: {
  readonly vendor: Id;
  readonly label: string;
  readonly envPrefix: string;
  readonly createSource: (settings: Own & VendorRuntime) => CatalogSource;
  readonly draftOrder: (order: NeutralOrder) => OrderDraft<unknown>;
}): VendorEntry<{ readonly [Name in Id]: Own | null }> {
  const { vendor: id, label, envPrefix, draftOrder } = vendor;
  return {
    id,
    label,
    envPrefix,
    draftOrder,
    create: (settings, runtime) => {
      const own: Own | null = settings[id];
      return own === null ? null : vendor.createSource({ ...own, ...runtime });
    },
  };
}
