import {
  type Component,
  type ComponentAttribute,
  noDetails,
  type Plan,
  type PriceRow,
  type Product,
} from "@/lib/domain/catalog/product";

/** Small products for tests; all are made up. */
export function sampleRow(side: PriceRow["side"], amount: string, more: Partial<PriceRow> = {}): PriceRow {
  return { side, kind: "recurring", currency: "USD", amount, model: "flat", from: "0", ...more };
}

export function samplePlan(more: Partial<Plan> = {}): Plan {
  return {
    key: "plan",
    name: "Plan",
    type: "buy",
    partNumber: null,
    description: null,
    billingPeriod: "P1M",
    commitment: "P1Y",
    minimum: "1",
    maximum: null,
    prices: [sampleRow("cost", "17.5"), sampleRow("price", "19.80")],
    costUnknown: "notProvided",
    pricePrefix: null,
    priceSuffix: null,
    attributes: [],
    notOrderable: null,
    configuration: null,
    ...more,
  };
}

export function sampleProduct(key: string, more: Partial<Product> = {}): Product {
  return {
    vendor: "cloudblue",
    key,
    partNumber: key,
    externalId: null,
    otherPartNumbers: [],
    name: `Product ${key}`,
    service: "O365",
    provider: null,
    categories: [],
    topics: [],
    serviceType: null,
    summary: null,
    archived: false,
    locale: "en-us",
    availableLocales: [],
    updatedAt: null,
    plans: [samplePlan()],
    requires: [],
    details: noDetails,
    ...more,
  };
}

/** A requirement on one of the keys, all offered by the same vendor. */
export function needs(...keys: readonly string[]): Product["requires"][number] {
  return { anyOf: keys.map((key) => ({ vendor: "cloudblue", key, name: `Product ${key}`, available: true })) };
}

export function sampleAttribute(key: string, more: Partial<ComponentAttribute> = {}): ComponentAttribute {
  return {
    key,
    name: key,
    description: null,
    type: "text",
    minimum: null,
    maximum: null,
    choices: [],
    required: true,
    unitOfMeasure: null,
    listUnitPrice: null,
    changeable: null,
    ...more,
  };
}

export function sampleComponent(key: string, more: Partial<Component> = {}): Component {
  return {
    key,
    name: `Part ${key}`,
    description: null,
    kind: "option",
    required: false,
    currency: "USD",
    attributes: [],
    changeableTo: [],
    ...more,
  };
}
