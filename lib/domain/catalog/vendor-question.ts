/** What a vendor can be asked to narrow its product list by, in our own words. */
export const vendorFilters = [
  "partNumber",
  "name",
  "service",
  "provider",
  "category",
  "primaryCategory",
  "serviceType",
  "topic",
] as const;

export type VendorFilter = (typeof vendorFilters)[number];

/** The lists of names a vendor may keep beside its products. */
export const vendorNameLists = ["categories", "topics", "service-types", "locales"] as const;

export type VendorNameList = (typeof vendorNameLists)[number];
