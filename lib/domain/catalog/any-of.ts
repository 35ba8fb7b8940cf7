import type { Product, ResolvedRequirement, VendorId } from "@/lib/domain/catalog/product";

/** Services where one of the listed products is enough, as `anyOfKey` writes them. */
export type AnyOfServices = ReadonlySet<string>;

export function anyOfKey(vendor: VendorId, service: string): string {
  return `${vendor} ${service}`;
}

/** CloudBlue's `dependsOn` asks for all of its entries; for a chosen service any one of them will do. */
export function applyAnyOf<P extends Pick<Product, "vendor" | "service" | "requires">>(
  product: P,
  services: AnyOfServices,
): P {
  const { vendor, service, requires } = product;
  if (requires.length < 2 || service === null || !services.has(anyOfKey(vendor, service))) return product;
  return { ...product, requires: [{ anyOf: unique(requires.flatMap((group) => group.anyOf)) }] };
}

function unique(targets: readonly ResolvedRequirement[]): ResolvedRequirement[] {
  return [...new Map(targets.map((target) => [`${target.vendor} ${target.key}`, target])).values()];
}
