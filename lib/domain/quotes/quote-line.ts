import type { Period } from "@/lib/domain/catalog/period";
import type { ProductRef } from "@/lib/domain/catalog/product";
import type { DecimalString } from "@/lib/domain/money/decimal";
import type { Margin } from "@/lib/domain/money/margin";
import type { Amount } from "@/lib/domain/money/money";
import type { Cost } from "@/lib/domain/pricing/cost";
import type { OverusePrice } from "@/lib/domain/pricing/overuse";

/** A line of a quote as the desk keeps it: price × quantity, rounded, is its total; billed by use, it has neither. */
export type QuoteLine = ProductRef & {
  readonly id: string;
  readonly position: number;
  readonly vendorLabel: string;
  readonly plan: string | null;
  readonly planName: string | null;
  readonly service: string | null;
  readonly name: string;
  readonly partNumber: string;
  readonly provider: string | null;
  readonly quantity: DecimalString;
  /** What is counted: "users"; null where the vendor does not say. */
  readonly unit: string | null;
  readonly billingPeriod: Period | null;
  readonly commitment: Period | null;
  readonly price: Amount | null;
  readonly total: Amount | null;
  /** The vendor's list price then; quotes of before do not carry it. */
  readonly listPrice?: Amount | null | undefined;
  readonly setupPrice: Amount | null;
  readonly setupTotal: Amount | null;
  /** Per unit used; quotes of before do not carry it. */
  readonly overuse?: readonly OverusePrice[] | undefined;
  readonly cost: Cost;
  readonly margin: Margin | null;
  readonly totalCost: Amount | null;
  readonly setupCost: Amount | null;
  /** Parts without a price of their own; a part with one is a line under this one. */
  readonly components: readonly { readonly key: string; readonly name: string; readonly quantity: DecimalString }[];
  /** Id of the line under which this one stands. */
  readonly under: string | null;
};
