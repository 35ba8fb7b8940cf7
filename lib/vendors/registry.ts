import { cloudBlueNames } from "@/lib/vendors/cloudblue/client";
import { draftCloudBlueOrder } from "@/lib/vendors/cloudblue/order";
import { cloudBlueSettings } from "@/lib/vendors/cloudblue/settings";
import { createCloudBlueSource } from "@/lib/vendors/cloudblue/source";
import { defineVendor, readVendorSettings, type SettingsOf, type VendorEntry } from "@/lib/vendors/define-vendor";
import { ibmNames } from "@/lib/vendors/ibm/client";
import { draftIbmOrder } from "@/lib/vendors/ibm/order";
import { ibmSettings } from "@/lib/vendors/ibm/settings";
import { createIbmSource } from "@/lib/vendors/ibm/source";
import type { ReadSettings, Variables } from "@/lib/vendors/settings";

const cloudBlue = { ...cloudBlueNames, settings: cloudBlueSettings, createSource: createCloudBlueSource };
const ibm = { ...ibmNames, settings: ibmSettings, createSource: createIbmSource };

/** Which vendors exist: one line each. */
const vendors = [
  defineVendor({ ...cloudBlue, draftOrder: draftCloudBlueOrder }),
  defineVendor({ ...ibm, draftOrder: draftIbmOrder }),
] as const;

/** The settings of every vendor by its id; null = the vendor is off. */
export type VendorSettings = SettingsOf<typeof vendors>;

export const vendorRegistry: readonly VendorEntry<VendorSettings>[] = vendors;

export function readRegistrySettings(variables: Variables): ReadSettings<VendorSettings> {
  return readVendorSettings(vendors, variables);
}
