import { hash } from "node:crypto";
import type { RequirementGroup, ResolvedRequirement, VendorProduct } from "@/lib/domain/catalog/product";
import type { StagedProduct, VendorIdentity } from "@/lib/server/sync/staged-product";
import type { SyncContext } from "@/lib/server/sync/sync-context";

type Requirements = readonly RequirementGroup<ResolvedRequirement>[];

/** The key a product has where no other product shares its number. */
function plainKeyOf({ service, externalId, partNumber }: VendorIdentity): string {
  return service === null ? (externalId ?? partNumber) : partNumber;
}

/** A key that no product ever has: identifiers hold no line breaks. */
export function parkingKeyOf(position: number): string {
  return `\n${position}`;
}

/** A row of the new generation. */
export function rowOf(
  { vendor, generation }: Pick<SyncContext, "vendor" | "generation">,
  { locale, identity }: Pick<StagedProduct, "locale" | "identity">,
  { key, contentHash, data }: { readonly key: string; readonly contentHash: string; readonly data: string },
) {
  return { vendor, generation, locale, key, name: identity.name, content_hash: contentHash, data };
}

/** The beginning of a stored product: what the whole catalog adds to it. */
function headOf(key: string, requires: Requirements): string {
  return `${JSON.stringify({ key, requires }).slice(0, -1)},`;
}

/** A stored product: what the whole catalog adds to it, and its own text. */
export function textOf(key: string, requires: Requirements, ownText: string): string {
  return headOf(key, requires) + ownText.slice(1);
}

/** Equal exactly where the stored texts are equal. */
export function contentHashOf(
  product: Pick<StagedProduct, "identity" | "hash">,
  key: string,
  requires: Requirements,
): string {
  if (key === plainKeyOf(product.identity) && requires.length === 0) return product.hash;
  return hashOf([product.hash, key, JSON.stringify(requires)].join("\n"));
}

export function hashOf(text: string): string {
  return hash("sha256", text, "base64url");
}

/** A product's own text, without its requirements: they are resolved once the whole list is known. */
export function ownTextOf({ requires: _requires, ...own }: VendorProduct): string {
  return JSON.stringify(own);
}
