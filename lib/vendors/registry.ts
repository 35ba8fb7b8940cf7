import type { VendorId } from "@/lib/domain/catalog/product";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import type { CloudBlueSettings } from "@/lib/vendors/cloudblue/settings";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import type { IbmSettings } from "@/lib/vendors/ibm/settings";
import { createIbmSource } from "@/lib/vendors/ibm/source";
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
};

/** Which vendors exist: one line each. */
export const vendorRegistry: readonly VendorEntry[] = [
  defineVendor({ id: "cloudblue", label: "Ingram Micro", envPrefix: "CLOUDBLUE", createSource: createCloudBlueSource }),
  defineVendor({ id: "ibm", label: "IBM", envPrefix: "IBM", createSource: createIbmSource }),
];

function defineVendor<Id extends keyof VendorSettings>(vendor: {
  readonly id: Id;
  readonly label: string;
  readonly envPrefix: string;
  readonly createSource: (settings: NonNullable<VendorSettings[Id]> & VendorRuntime) => CatalogSource;
}): VendorEntry {
  const { id, label, envPrefix } = vendor;
  return {
    id,
    label,
    envPrefix,
    create: (settings, runtime) => {
      const own = settings[id];
      return own === null ? null : vendor.createSource({ ...own, ...runtime });
    },
  };
}
