import type { VendorId } from "@/lib/domain/catalog/product";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { cloudBlueNames } from "@/lib/vendors/cloudblue/client";
import { draftCloudBlueOrder } from "@/lib/vendors/cloudblue/order";
import type { CloudBlueSettings } from "@/lib/vendors/cloudblue/settings";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { ibmNames } from "@/lib/vendors/ibm/client";
import { draftIbmOrder } from "@/lib/vendors/ibm/order";
import type { IbmSettings } from "@/lib/vendors/ibm/settings";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import type { NeutralOrder, OrderDraft } from "@/lib/vendors/order-draft";
import type { VendorRuntime } from "@/lib/vendors/runtime";

/** The settings of every vendor; null = the vendor is off. */
export type VendorSettings = {
  readonly cloudblue: CloudBlueSettings | null;
  readonly ibm: IbmSettings | null;
};

export type VendorEntry = {
  readonly id: VendorId;
  readonly label: string;
  readonly envPrefix: string;
  /** The source of this vendor, or null where the settings leave it off. */
  readonly create: (settings: VendorSettings, runtime: VendorRuntime) => CatalogSource | null;
  /** An order of ours in the vendor's shape. */
  readonly draftOrder: (order: NeutralOrder) => OrderDraft<unknown>;
};

/** Which vendors exist: one line each. */
export const vendorRegistry: readonly VendorEntry[] = [
  defineVendor({
    ...cloudBlueNames,
    envPrefix: "CLOUDBLUE",
    createSource: createCloudBlueSource,
    draftOrder: draftCloudBlueOrder,
  }),
  defineVendor({ ...ibmNames, envPrefix: "IBM", createSource: createIbmSource, draftOrder: draftIbmOrder }),
];

function defineVendor<Id extends keyof VendorSettings>(vendor: {
  readonly vendor: Id;
  readonly label: string;
  readonly envPrefix: string;
  readonly createSource: (settings: NonNullable<VendorSettings[Id]> & VendorRuntime) => CatalogSource;
  readonly draftOrder: VendorEntry["draftOrder"];
}): VendorEntry {
  const { vendor: id, label, envPrefix, draftOrder } = vendor;
  return {
    id,
    label,
    envPrefix,
    draftOrder,
    create: (settings, runtime) => {
      const own = settings[id];
      return own === null ? null : vendor.createSource({ ...own, ...runtime });
    },
  };
}
