import type { Period } from "@/lib/domain/catalog/period";
import type { Plan } from "@/lib/domain/catalog/product";
import type { AttributeValues, ComponentChoice } from "@/lib/domain/catalog/configuration-choice";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";
import type { Margin } from "@/lib/domain/money/margin";
import type { Amount } from "@/lib/domain/money/money";
import type { Cost } from "@/lib/domain/pricing/cost";
import type { OverusePrice } from "@/lib/domain/pricing/overuse";
import type { PriceContext } from "@/lib/domain/pricing/price-context";
import type { Day, GuardPolicy, PriceGuard, PriceRule } from "@/lib/domain/pricing/price-rule";
import type { ScopeIndex } from "@/lib/domain/pricing/scope-index";

/** What a person typed instead of what the rules give. The kind typed last stays when the quantity changes. */
export type TypedAmounts = {
  readonly price?: { readonly kind: TypedPriceKind; readonly value: DecimalString };
  /** Of a typed amount; left out where it was kept before currencies were. */
  readonly currency?: CurrencyCode;
  readonly cost?: DecimalString;
  readonly by?: string;
  /** ISO 8601 instant. */
  readonly at?: string;
  readonly reason?: string;
};

/** The amount itself, a margin of price, a markup on cost or a discount from list, each in percent. */
export const typedPriceKinds = ["amount", "margin", "markup", "discount"] as const;
export type TypedPriceKind = (typeof typedPriceKinds)[number];

/** Rules made ready for fast look-up by `preparePriceRules`: sorted by precedence, guards that are off left out. */
export type PriceRuleSet = {
  readonly rules: readonly PriceRule[];
  readonly guards: readonly PriceGuard[];
  readonly pricesIndex: ScopeIndex<PriceRule & { readonly sets: "price" }>;
  readonly costsIndex: ScopeIndex<PriceRule & { readonly sets: "cost" }>;
  readonly guardsIndex: ScopeIndex<PriceGuard>;
};

export type PriceLineInput = {
  readonly plan: Plan;
  readonly quantity: DecimalString;
  /** The asked currency; the plan's first is taken where it has no price in this one. */
  readonly currency: CurrencyCode;
  readonly rules: PriceRuleSet;
  readonly context: PriceContext;
  /** The day on which rules must be valid. */
  readonly date: Day;
  readonly typed?: TypedAmounts;
  readonly components?: readonly ComponentChoice[];
  readonly attributes?: AttributeValues;
  /** "none" leaves the steps empty, where nobody asks why; "price-side" leaves out all that comes from cost. */
  readonly explain?: Explaining;
};

export type Explaining = "steps" | "price-side" | "none";

/** One link of "why this price?". The `change`s of a charge, as line amounts, add up to its total. */
export type PriceStep = {
  readonly kind: "base" | "rule" | "rounding" | "typed" | "line-rounding" | "passed-over" | "cost" | "tier";
  /** The step in plain words. */
  readonly text: string;
  /** What the step does to the line's amount; null for steps that only inform. */
  readonly change: DecimalString | null;
  /** The unit price after the step, where there is one. */
  readonly unit: DecimalString | null;
  readonly ruleId: string | null;
};

/** The part of a quantity that falls into one tier. */
export type PricedTier = {
  readonly from: DecimalString;
  readonly quantity: DecimalString;
  readonly price: Amount;
};

export type PricedCharge = {
  /** Unit amounts. With graduated tiers the price is the average, rounded to the minor unit. */
  readonly price: Amount;
  readonly listPrice: Amount | null;
  readonly cost: Cost;
  readonly margin: Margin | null;
  readonly markup: DecimalString | null;
  /** Rounded once, here; everything above the line is a sum of these. */
  readonly total: Amount;
  readonly totalCost: Amount | null;
  readonly totalMargin: Margin | null;
  readonly model: "flat" | "volume" | "graduated";
  readonly tiers: readonly PricedTier[];
  readonly ruleId: string | null;
  readonly steps: readonly PriceStep[];
};

/** A chosen part of a configured plan. Nothing is known of its price where the vendor gives none. */
export type PricedComponent = {
  readonly key: string;
  readonly name: string;
  readonly quantity: DecimalString;
  readonly charge: PricedCharge | null;
};

export type GuardFinding = {
  readonly guardId: string;
  readonly policy: Exclude<GuardPolicy, "off">;
  readonly message: string;
  /** The unit price at which the guard would be content. */
  readonly limit: Amount;
};

export type PricedLine = {
  readonly currency: CurrencyCode;
  /** False where the plan has no price in the asked currency and its first one was taken. */
  readonly inAskedCurrency: boolean;
  readonly quantity: DecimalString;
  readonly billingPeriod: Period | null;
  readonly commitment: Period | null;
  /** What a unit costs us, also where nobody gives a price. */
  readonly cost: Cost;
  /** Per billing period; once where the plan has no billing period. Null where there is no price. */
  readonly recurring: PricedCharge | null;
  /** Charged once per line, whatever the quantity. */
  readonly setup: PricedCharge | null;
  /** Per unit used: all there is of a plan billed by use, else above the limit. Never part of a total. */
  readonly overuse: readonly OverusePrice[];
  readonly components: readonly PricedComponent[];
  /** `recurring` with its components. */
  readonly total: Amount | null;
  /** Null unless the cost of every priced part is known. */
  readonly totalCost: Amount | null;
  readonly totalMargin: Margin | null;
  readonly findings: readonly GuardFinding[];
  /** A larger quantity that costs less in all, because its tier is cheaper. */
  readonly cheaperAt: { readonly quantity: DecimalString; readonly total: Amount } | null;
};
