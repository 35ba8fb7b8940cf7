import type { VendorProduct } from "@/lib/domain/catalog/product";

type Variant = Pick<VendorProduct, "vendor" | "partNumber" | "externalId" | "service" | "provider" | "plans">;

/** One part number may stand for several products; the vendor's id tells them apart, else group, maker and periods. */
export function isSameVariant(one: Variant, other: Variant): boolean {
  if (one.vendor !== other.vendor) return false;
  if (one.externalId !== null && other.externalId !== null) return one.externalId === other.externalId;
  return (
    one.partNumber === other.partNumber &&
    one.service === other.service &&
    one.provider === other.provider &&
    periodsOf(one) === periodsOf(other)
  );
}

function periodsOf({ plans }: Variant): string {
  return plans.map(({ commitment, billingPeriod }) => `${commitment}/${billingPeriod}`).join();
}
