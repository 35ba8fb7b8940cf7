import type { Period } from "@/lib/domain/catalog/period";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";

/** A vendor's id in addresses and storage: "cloudblue", "ibm", … */
export type VendorId = string;

/** `key` is stable and readable: the vendor's id or part number, plus the periods where that alone is ambiguous. */
export type ProductRef = { readonly vendor: VendorId; readonly key: string };

/** cost = what we pay, list = the vendor's public price, price = what the customer pays. */
export type PriceSide = "cost" | "list" | "price";
export type PriceKind = "recurring" | "setup" | "overuse";
/** volume: all units take the tier's amount; graduated: each unit takes the amount of the tier it falls into. */
export type TierModel = "flat" | "volume" | "graduated";

/** One amount per unit: per billing period (recurring), once (setup) or per unit above the limit (overuse). */
export type PriceRow = {
  readonly side: PriceSide;
  readonly kind: PriceKind;
  readonly currency: CurrencyCode;
  readonly amount: DecimalString;
  readonly model: TierModel;
  /** Start of the tier in units; "0" where there are no tiers. */
  readonly from: DecimalString;
};

/** Why a cost is not known. It never becomes 0. */
export type CostUnknownReason = "notProvided" | "usageBased" | "needsEstimate";

/** Why something can be seen but not put on an order. */
export type NotOrderableReason = "archived" | "referralOnly" | "noPrice" | "trial" | "notOffered";

export type PlanType = "buy" | "try" | (string & {});

export type PlanAttribute = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly toolTip: string | null;
};

/** What can be bought of a product. */
export type Plan = {
  readonly key: string;
  readonly name: string;
  readonly type: PlanType;
  readonly partNumber: string | null;
  readonly description: string | null;
  readonly billingPeriod: Period | null;
  readonly commitment: Period | null;
  /** Units in one subscription; null = unlimited. */
  readonly minimum: DecimalString;
  readonly maximum: DecimalString | null;
  readonly prices: readonly PriceRow[];
  /** Applies where `prices` has no cost rows. */
  readonly costUnknown: CostUnknownReason;
  /** The vendor's words around a price: "Starting at", "per authorized user per month". */
  readonly pricePrefix: string | null;
  readonly priceSuffix: string | null;
  readonly attributes: readonly PlanAttribute[];
  readonly notOrderable: NotOrderableReason | null;
  /** Fetched apart from the product; null until then or where the vendor has none. */
  readonly configuration: PlanConfiguration | null;
};

export type AttributeType = "text" | "number" | "enumeration" | "url" | "email";

/** A value the order must or may carry for a component. */
export type ComponentAttribute = {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: AttributeType;
  readonly minimum: DecimalString | null;
  readonly maximum: DecimalString | null;
  /** For enumerations: what is shown, what is sent and what one unit of that choice lists at. */
  readonly choices: readonly {
    readonly label: string;
    readonly value: string;
    readonly listUnitPrice: DecimalString | null;
  }[];
  readonly required: boolean;
  readonly unitOfMeasure: string | null;
  readonly listUnitPrice: DecimalString | null;
  /** May the value be changed on a running subscription? null = the vendor does not say. */
  readonly changeable: boolean | null;
};

/** A part of a plan. Options need the base component of the same plan. */
export type Component = {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly kind: "base" | "option";
  readonly required: boolean;
  readonly currency: CurrencyCode | null;
  readonly attributes: readonly ComponentAttribute[];
  readonly changeableTo: readonly string[];
};

export type PlanConfiguration = {
  readonly components: readonly Component[];
  readonly allowedPlanChanges: readonly string[];
  readonly cancellable: boolean;
  readonly subscriptionManaged: boolean;
  /** Countries the plan may be sold in; null = the vendor does not say. */
  readonly countries: readonly string[] | null;
};

/** One thing that must be there too: any of the alternatives meets it. All groups of a product must be met. */
export type RequirementGroup<Target> = { readonly anyOf: readonly Target[] };

/** A requirement as the vendor names it, before the whole catalog is known. */
export type RequirementTarget = { readonly partNumber: string; readonly externalId: string | null };

/** A requirement target found in the catalog, or named by its part number where it is not offered. */
export type ResolvedRequirement = ProductRef & {
  readonly name: string;
  readonly available: boolean;
};

export type LinkedResource = {
  readonly name: string;
  readonly type: string | null;
  readonly description: string | null;
  readonly url: string;
};

export type SupportContacts = {
  readonly email: string | null;
  readonly phone: string | null;
  readonly chat: string | null;
  readonly url: string | null;
  readonly knowledgebaseUrl: string | null;
};

/** What only the product page shows. All text was cleaned at ingest; all links are https. */
export type ProductDetails = {
  readonly descriptionHtml: string | null;
  readonly headline: string | null;
  readonly benefits: readonly { readonly title: string; readonly description: string | null }[];
  readonly resources: readonly LinkedResource[];
  readonly support: SupportContacts | null;
  readonly trialSupport: SupportContacts | null;
  readonly imageUrls: readonly string[];
  readonly vendorUrl: string | null;
  readonly keywords: readonly string[];
  /** Further vendor facts shown as "name: value", in the vendor's order. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
};

/** Of a product of which the vendor tells no more than stands in a list. */
export const noDetails: ProductDetails = {
  descriptionHtml: null,
  headline: null,
  benefits: [],
  resources: [],
  support: null,
  trialSupport: null,
  imageUrls: [],
  vendorUrl: null,
  keywords: [],
  facts: [],
};

/** A product as a vendor adapter gives it: everything but its final key and resolved requirements. */
export type VendorProduct = {
  readonly vendor: VendorId;
  readonly partNumber: string;
  /** The vendor's own id where it has one; also answers as an address. */
  readonly externalId: string | null;
  /** Every further number the product is searched by. */
  readonly otherPartNumbers: readonly string[];
  readonly name: string;
  /** The vendor's order group; null where each plan is its own order. */
  readonly service: string | null;
  readonly provider: string | null;
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  readonly serviceType: string | null;
  readonly summary: string | null;
  readonly archived: boolean;
  readonly locale: string;
  readonly availableLocales: readonly string[];
  /** ISO 8601 instant of the vendor's last change, where given. */
  readonly updatedAt: string | null;
  readonly plans: readonly Plan[];
  readonly requires: readonly RequirementGroup<RequirementTarget>[];
  readonly details: ProductDetails;
};

/** A product of the published catalog. */
export type Product = Omit<VendorProduct, "requires"> & {
  readonly key: string;
  readonly requires: readonly RequirementGroup<ResolvedRequirement>[];
};
