import { createHash } from "node:crypto";
import type { RequirementGroup, ResolvedRequirement, VendorProduct } from "@/lib/domain/catalog/product";
import type { StagedProduct, VendorIdentity } from "@/lib/server/sync/staged-product";
import type { SyncContext } from "@/lib/server/sync/sync-context";

type Requirements = readonly RequirementGroup<ResolvedRequirement>[];

/** The key a product has where no other product shares its number. */
function plainKeyOf({ service, externalId, partNumber }: VendorIdentity): string {
  return service === null ? (externalId ?? partNumber) : partNumber;
}

/** Keys are settled once the whole list is known; until then a key that is taken already gives way to the position. */
export function provisionalKeyOf(guess: string, locale: string, position: number, taken: Set<string>): string {
  const place = `${locale} ${guess}`;
  if (taken.has(place)) return parkingKeyOf(position);
  taken.add(place);
  return guess;
}

/** A key that no product ever has: identifiers hold no line breaks. */
export function parkingKeyOf(position: number): string {
  return `\n${position}`;
}

/** A row of the new generation as it is right for a product that requires nothing and keeps its provisional key. */
export function provisionalRow(context: SyncContext, staged: StagedProduct, ownText: string) {
  return {
    vendor: context.vendor,
    generation: context.generation,
    locale: staged.locale,
    key: staged.provisionalKey,
    name: staged.identity.name,
    content_hash: contentHashOf(staged, staged.provisionalKey, []),
    data: headOf(staged.provisionalKey, []) + ownText.slice(1),
  };
}

/** The beginning of a stored product: what the whole catalog adds to it. */
export function headOf(key: string, requires: Requirements): string {
  return `${JSON.stringify({ key, requires }).slice(0, -1)},`;
}

/** Equal exactly where the stored texts are equal. */
export function contentHashOf(product: StagedProduct, key: string, requires: Requirements): string {
  if (key === plainKeyOf(product.identity) && requires.length === 0) return product.hash;
  return hashOf([product.hash, key, JSON.stringify(requires)].join("\n"));
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** A product's own text, without its requirements: they are resolved once the whole list is known. */
export function ownTextOf({ requires: _requires, ...own }: VendorProduct): string {
  return JSON.stringify(own);
}
