import type { DecimalString } from "@/lib/domain/money/decimal";

/** Values of component attributes: component key → attribute key → value. */
export type AttributeValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A chosen component; without a quantity it takes the line's. */
export type ComponentChoice = { readonly key: string; readonly quantity?: DecimalString };
