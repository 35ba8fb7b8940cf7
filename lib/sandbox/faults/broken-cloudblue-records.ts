const MONTH = { type: "month", duration: 1 };
const whole = {
  name: "Broken",
  serviceName: "DEMO_BROKEN",
  minimumQuantity: "1.0",
  maximumQuantity: "100.0",
  costs: [],
  prices: [{ currency: "USD", amount: "2.5", type: "recurring" }],
  billingPeriod: MONTH,
  subscriptionPeriod: MONTH,
  dependsOn: [],
};

/** Entries that break the documented shape; a client should set them aside one by one. */
export const BROKEN_CLOUDBLUE_RECORDS: readonly unknown[] = [
  null,
  "just text",
  42,
  [],
  {},
  { ...whole },
  { ...whole, mpn: 17 },
  { ...whole, mpn: "" },
  { ...whole, mpn: "DEMO-BROKEN-NAME", name: null },
  { ...whole, mpn: "DEMO-BROKEN-PRICES", prices: "2.50" },
  { ...whole, mpn: "DEMO-BROKEN-NUMBER", prices: [{ currency: "USD", amount: 2.5, type: "recurring" }] },
  { ...whole, mpn: "DEMO-BROKEN-NULLROW", prices: [null] },
  { ...whole, mpn: "DEMO-BROKEN-PERIOD", billingPeriod: "month" },
  { ...whole, mpn: "DEMO-BROKEN-DEPENDS", dependsOn: { mpn: "X" } },
  { ...whole, mpn: "DEMO-BROKEN-DEPENDS-NULL", dependsOn: [null, 5] },
  { ...whole, mpn: "DEMO-BROKEN-QUANTITY", minimumQuantity: 1, maximumQuantity: null },
  { ...whole, mpn: { value: "DEMO-BROKEN-OBJECT" } },
];
