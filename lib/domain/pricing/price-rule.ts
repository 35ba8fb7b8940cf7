import type { ProductRef, VendorId } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";

/** A calendar day, "2026-12-31". */
export type Day = string;

/** What a rule or guard is about. Every field that is set must match; an empty scope matches everything. */
export type PriceScope = {
  readonly vendor?: VendorId;
  readonly service?: string;
  readonly category?: string;
  readonly product?: ProductRef;
  readonly customer?: string;
};

export type RoundingDirection = "up" | "down" | "nearest";

/** How a computed unit price is made presentable. `minor-unit` keeps finer digits the source amount has. */
export type RoundingPolicy =
  | { readonly kind: "minor-unit" }
  | { readonly kind: "step"; readonly step: DecimalString; readonly direction: RoundingDirection }
  | {
      readonly kind: "ending";
      readonly ending: "0.99" | "0.95" | "0.00";
      readonly direction: RoundingDirection;
    };

/** Percentages are plain decimals: "12.5" is 12.5 %. */
export type PriceEffect =
  | { readonly kind: "vendor-price" }
  | { readonly kind: "markup-on-cost"; readonly percent: DecimalString }
  | { readonly kind: "target-margin"; readonly percent: DecimalString }
  | { readonly kind: "discount-from-list"; readonly percent: DecimalString }
  | { readonly kind: "fixed"; readonly amount: DecimalString; readonly currency: CurrencyCode };

/** How a cost is estimated where the vendor gives list prices only. */
export type CostEffect = Extract<PriceEffect, { kind: "discount-from-list" | "fixed" }>;

export type PriceRule = {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  /** First and last day the rule holds; null = open. */
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly rounding: RoundingPolicy | null;
} & ({ readonly sets: "price"; readonly effect: PriceEffect } | { readonly sets: "cost"; readonly effect: CostEffect });

/** block = cannot be sent, ask = needs approval, warn = is said, off = is not looked at. */
export type GuardPolicy = "block" | "ask" | "warn" | "off";

export type PriceLimit =
  | { readonly kind: "minimum-margin"; readonly percent: DecimalString }
  | { readonly kind: "minimum-profit"; readonly amount: DecimalString; readonly currency: CurrencyCode }
  | { readonly kind: "not-below-cost" }
  | { readonly kind: "maximum-discount"; readonly percent: DecimalString }
  | { readonly kind: "not-above-list" };

/** A floor or ceiling of prices. It never moves a price by itself; it says what is wrong with one. */
export type PriceGuard = {
  readonly id: string;
  readonly name: string;
  readonly scope: PriceScope;
  readonly limit: PriceLimit;
  readonly policy: GuardPolicy;
};
