import type { VendorId } from "@/lib/domain/catalog/product";
import { vendorRegistry } from "@/lib/vendors/registry";

/** The vendor's name for people; its id where the vendor is not one of ours any more. */
export function vendorLabel(vendor: VendorId): string {
  return vendorRegistry.find((entry) => entry.id === vendor)?.label ?? vendor;
}

/** The names of all vendors by id. */
export function vendorLabels(): Readonly<Record<VendorId, string>> {
  return Object.fromEntries(vendorRegistry.map(({ id, label }) => [id, label]));
}
