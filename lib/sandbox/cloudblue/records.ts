export type Period = { type: "month" | "year" | "day" | "unknown"; duration: number };

export type PriceRow = {
  currency: string;
  amount: string;
  type: "recurring" | "setup" | "overuse";
  /** Sent by API version 1.15 only, like `lowerLimit`. */
  model?: "FLAT" | "TIERED" | "VOLUME_SUBSCRIPTION" | "VOLUME_ORDER" | "VOLUME_RESOURCE_AGGREGATED";
  lowerLimit?: number;
};

/** One product in the union of all API versions; `renderProduct` cuts it to what a version sends. */
export type CloudBlueProduct = {
  mpn: string;
  name: string;
  serviceName: string;
  vendor: string;
  id: string;
  minimumQuantity: string;
  maximumQuantity: string;
  costs: PriceRow[];
  prices: PriceRow[];
  billingPeriod: Period;
  subscriptionPeriod: Period;
  dependsOn: string[];
  billingModel: "chargeBeforeBillingPeriod" | "chargeAfterBillingPeriod" | "chargeBeforeSubscriptionPeriod";
  coterming: { required: "MANDATORY" | "ALLOWED" | "RESTRICTED"; type: "SUBSCRIPTION" | "END_OF_MONTH" };
};

export const API_VERSIONS = ["1.4", "1.6", "1.15"] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];
