import { period, type Period } from "@/lib/domain/catalog/period";
import type { PriceRow } from "@/lib/domain/catalog/product";
import type { CloudBluePeriod, CloudBlueProduct } from "@/lib/vendors/cloudblue/schemas";

/** "statement_day" and "unknown" say nothing about how long a period is. */
export function periodOf(value: CloudBluePeriod | null | undefined): Period | null {
  if (!value || value.duration < 1 || value.duration > 9999) return null;
  const { type, duration } = value;
  return type === "day" || type === "month" || type === "year" ? period(type, duration) : null;
}

/** A recurring price whose rhythm is not known must not look like one that is due once. */
export function suffixOf({ billingPeriod }: CloudBlueProduct, prices: readonly PriceRow[]): string | null {
  if (periodOf(billingPeriod) !== null) return null;
  if (!prices.some(({ kind }) => kind === "recurring")) return null;
  return billingPeriod?.type === "statement_day"
    ? "at each of the vendor's statement days"
    : "recurring; the vendor names no period";
}
