import type { ProductRef, VendorId } from "@/lib/domain/catalog/product";
import type { DecimalString } from "@/lib/domain/money/decimal";

/** What a house rule is about: one product, or all products of a service or vendor. */
export type RuleSubject =
  | { readonly kind: "product"; readonly product: ProductRef }
  | { readonly kind: "service"; readonly vendor: VendorId; readonly service: string }
  | { readonly kind: "vendor"; readonly vendor: VendorId };

/** Rules of our own beside what the vendors say. Quantities are plain decimals. */
export type HouseRule = {
  readonly id: string;
  readonly subject: RuleSubject;
  /** Shown instead of the built-in sentence where set. */
  readonly message: string | null;
} & (
  | { readonly kind: "requires"; readonly anyOf: readonly ProductRef[] }
  | { readonly kind: "excludes"; readonly products: readonly ProductRef[] }
  | { readonly kind: "minimum"; readonly quantity: DecimalString }
  | { readonly kind: "maximum"; readonly quantity: DecimalString }
  | { readonly kind: "step"; readonly step: DecimalString }
  /** At least (or at most, or exactly) `per` units of the subject for each unit of `to`. */
  | {
      readonly kind: "ratio";
      readonly to: ProductRef;
      readonly per: DecimalString;
      readonly bound: "at-most" | "at-least" | "exactly";
    }
);
