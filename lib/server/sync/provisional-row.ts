import { hash } from "node:crypto";
import type { RequirementGroup, ResolvedRequirement } from "@/lib/domain/catalog/product";
import type { StagedProduct } from "@/lib/server/sync/staged-product";
import type { SyncContext } from "@/lib/server/sync/sync-context";

type Requirements = readonly RequirementGroup<ResolvedRequirement>[];

/** A key that no product ever has: identifiers hold no line breaks. */
export function parkingKeyOf(position: number): string {
  return `\n${position}`;
}

export function isParkingKey(key: string): boolean {
  return key.startsWith("\n");
}

/** A row of the new generation. */
export function rowOf(
  { vendor, generation }: Pick<SyncContext, "vendor" | "generation">,
  { locale, identity }: Pick<StagedProduct, "locale" | "identity">,
  { key, contentHash, data }: { readonly key: string; readonly contentHash: string; readonly data: string },
) {
  return { vendor, generation, locale, key, name: identity.name, content_hash: contentHash, data };
}

/** Equal exactly where the texts stored under the same key are equal. */
export function contentHashOf({ hash }: Pick<StagedProduct, "hash">, requires: Requirements): string {
  return requires.length === 0 ? hash : hashOf(hash + JSON.stringify(requires));
}

export function hashOf(text: string): string {
  return hash("sha256", text, "base64url");
}
