import type { VendorId } from "@/lib/domain/catalog/product";
import { vendorRegistry } from "@/lib/vendors/registry";

/** The vendor's name for people; its id where the vendor is not one of ours any more. */
export function vendorLabel(vendor: VendorId): string {
  return vendorRegistry.find((entry) => entry.id === vendor)?.label ?? vendor;
}
