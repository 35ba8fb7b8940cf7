import type { AttributeValues, ComponentChoice } from "@/lib/domain/catalog/configuration-choice";
import type { Product, ProductRef, VendorId } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import type { PriceRuleSet, TypedAmounts } from "@/lib/domain/pricing/price-line";
import type { Day } from "@/lib/domain/pricing/price-rule";

/** `plan` null = the product's first plan that can be ordered. */
export type CartLine = ProductRef & {
  readonly id: string;
  readonly plan: string | null;
  readonly quantity: DecimalString;
  readonly components: readonly ComponentChoice[];
  readonly attributes: AttributeValues;
  readonly typed?: TypedAmounts;
};

export type Cart = { readonly currency: CurrencyCode; readonly lines: readonly CartLine[] };

/** A line to add, as the API takes it. */
export type LineToAdd = ProductRef & {
  readonly plan?: string;
  readonly quantity: DecimalString;
  readonly components?: readonly ComponentChoice[];
  readonly attributes?: AttributeValues;
};

/** What to change of a line; what is left out stays. */
export type LineChange = {
  readonly quantity?: DecimalString;
  readonly plan?: string | null;
  readonly components?: readonly ComponentChoice[];
  readonly attributes?: AttributeValues;
  readonly typed?: TypedAmounts | null;
};

export type ProductLookup = (ref: ProductRef) => Product | null;

export const cartProblemKinds = [
  "missing-requirement",
  "quantity-below-minimum",
  "quantity-above-maximum",
  "quantity-step",
  "excluded",
  "mixed-currency",
  "not-orderable",
  "unknown-product",
  "incomplete-configuration",
  "cycle",
  "unavailable-requirement",
] as const;

export type CartProblemKind = (typeof cartProblemKinds)[number];

/** One way out. `id` is the same for the same cart content. */
export type CartFix = {
  readonly id: string;
  readonly label: string;
  readonly adds: readonly LineToAdd[];
  readonly changes: readonly {
    readonly lineId: string;
    readonly quantity?: DecimalString;
    readonly components?: readonly ComponentChoice[];
  }[];
  readonly removes: readonly string[];
};

export type CartProblem = {
  readonly kind: CartProblemKind;
  readonly lineId: string;
  readonly message: string;
  readonly fixes: readonly CartFix[];
  /** The component ("base") or attribute ("base.item_qty") the problem points at. */
  readonly field: string | null;
};

/** One order of the vendor: lines of one service, or of one plan where the vendor has no services. */
export type CartOrder = {
  readonly number: number;
  readonly vendor: VendorId;
  readonly service: string | null;
  readonly lines: readonly string[];
};

/** Line id → the line under which it is shown, because it needs it; null at the top. */
export type CartNesting = ReadonlyMap<string, string | null>;

export type CartVerdict = {
  readonly problems: readonly CartProblem[];
  readonly orders: readonly CartOrder[];
  readonly nesting: CartNesting;
};

export type CartSettings = {
  readonly houseRules: readonly HouseRule[];
  /** What the customer already has and which therefore meets requirements. */
  readonly owned: readonly ProductRef[];
  /** What the amounts in labels are priced with. */
  readonly prices: PriceRuleSet;
  readonly customer: string | null;
  readonly date: Day;
};
