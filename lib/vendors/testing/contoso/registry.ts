import { defineVendor, type SettingsOf } from "@/lib/vendors/registry";
import { contosoNames } from "@/lib/vendors/testing/contoso/client";
import { draftContosoOrder } from "@/lib/vendors/testing/contoso/order";
import { createContosoSource } from "@/lib/vendors/testing/contoso/source";

/** The one line that a third vendor adds to the registry. */
export const testVendors = [
  defineVendor({
    ...contosoNames,
    envPrefix: "CONTOSO",
    createSource: createContosoSource,
    draftOrder: draftContosoOrder,
  }),
] as const;

export type TestVendorSettings = SettingsOf<typeof testVendors>;
