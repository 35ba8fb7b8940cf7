import type { Period } from "@/lib/domain/catalog/period";
import type { DecimalString } from "@/lib/domain/money/decimal";

/** One product or plan of an order, in our own words. */
export type OrderLine = {
  readonly partNumber: string;
  /** The vendor's own id of the product, where it has one. */
  readonly externalId: string | null;
  readonly planKey: string;
  readonly service: string | null;
  readonly provider: string | null;
  readonly billingPeriod: Period | null;
  readonly commitment: Period | null;
  readonly quantity: DecimalString;
  /** Values the order carries beside the quantity, by the vendor's name of each. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Parts of the plan with their own values; empty where the plan is ordered as it is. */
  readonly components: readonly { readonly key: string; readonly attributes: Readonly<Record<string, string>> }[];
};

export type OrderContact = {
  readonly role: "customer" | "reseller" | "provisioning";
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly addressLine: string;
  readonly city: string;
  readonly postalCode: string;
  readonly state: string | null;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly language: string;
};

/** An order before it takes a vendor's shape: everything on it belongs to one service or plan. */
export type NeutralOrder = {
  /** The customer's id at the vendor; null where it is not known yet. */
  readonly customerReference: string | null;
  readonly purchaseOrderNumber: string | null;
  /** ISO 3166-1 alpha-3; null where it is not known yet. */
  readonly country: string | null;
  readonly contacts: readonly OrderContact[];
  readonly lines: readonly OrderLine[];
};

/** What a person still has to add before the vendor would take the order; `line` counts from 0. */
export type MissingFact = { readonly field: string; readonly line: number | null; readonly message: string };

/** A body in the vendor's shape. It may be sent as it is only when nothing is missing. */
export type OrderDraft<Body> = { readonly body: Body; readonly missing: readonly MissingFact[] };

/** A quantity as JSON number; null where a number could not say it exactly. */
export function jsonQuantity(quantity: DecimalString): number | null {
  const value = Number(quantity);
  return /^\d+(?:\.\d*[1-9])?$/.test(quantity) && String(value) === quantity && value > 0 ? value : null;
}
