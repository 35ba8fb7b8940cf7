import { productId } from "../family";
import type { CloudBlueProduct } from "../records";

const MONTH = { type: "month", duration: 1 } as const;

/** The two products in the vendor's own description of GET /products, value for value. */
export const DOCUMENTED_PRODUCTS: readonly CloudBlueProduct[] = [
  {
    mpn: "53fc25f7-6639-4f78-bb44-3c2dfec3ed40",
    name: "Office 365 Extra File Storage",
    serviceName: "O365",
    vendor: "demo-microsoft",
    id: productId("53fc25f7-6639-4f78-bb44-3c2dfec3ed40", MONTH, MONTH),
    minimumQuantity: "0.0",
    maximumQuantity: "5000.0",
    costs: [{ currency: "USD", amount: "1.05", type: "recurring" }],
    prices: [{ currency: "USD", amount: "1.15", type: "recurring" }],
    billingPeriod: MONTH,
    subscriptionPeriod: MONTH,
    dependsOn: ["91fd106f-4b2c-4938-95ac-f54f74e9a239"],
    billingModel: "chargeBeforeBillingPeriod",
    coterming: { required: "ALLOWED", type: "SUBSCRIPTION" },
  },
  {
    mpn: "91fd106f-4b2c-4938-95ac-f54f74e9a239",
    name: "Office 365 Enterprise E1",
    serviceName: "O365",
    vendor: "demo-microsoft",
    id: productId("91fd106f-4b2c-4938-95ac-f54f74e9a239", MONTH, MONTH),
    minimumQuantity: "1.0",
    maximumQuantity: "5000.0",
    costs: [{ currency: "USD", amount: "17.5", type: "recurring" }],
    prices: [{ currency: "USD", amount: "19.8", type: "recurring" }],
    billingPeriod: MONTH,
    subscriptionPeriod: MONTH,
    dependsOn: [],
    billingModel: "chargeBeforeBillingPeriod",
    coterming: { required: "ALLOWED", type: "SUBSCRIPTION" },
  },
];
