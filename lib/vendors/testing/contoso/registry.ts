import { defineVendor, type SettingsOf } from "@/lib/vendors/define-vendor";
import { contosoNames } from "@/lib/vendors/testing/contoso/client";
import { draftContosoOrder } from "@/lib/vendors/testing/contoso/order";
import { contosoSettings } from "@/lib/vendors/testing/contoso/settings";
import { createContosoSource } from "@/lib/vendors/testing/contoso/source";

const contoso = { ...contosoNames, settings: contosoSettings, createSource: createContosoSource };

/** The one line that a third vendor adds to the registry. */
export const testVendors = [defineVendor({ ...contoso, draftOrder: draftContosoOrder })] as const;

export type TestVendorSettings = SettingsOf<typeof testVendors>;
