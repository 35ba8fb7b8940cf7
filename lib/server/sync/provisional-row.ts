import { hash } from "node:crypto";
import type { RequirementGroup, ResolvedRequirement } from "@/lib/domain/catalog/product";
import type { StagedProduct } from "@/lib/server/sync/staged-product";
import type { SyncContext, Transaction } from "@/lib/server/sync/sync-context";
import { insertRows } from "@/lib/server/store/insert-rows";

type Requirements = readonly RequirementGroup<ResolvedRequirement>[];

/** A key that no product ever has: identifiers hold no line breaks. */
export function parkingKeyOf(position: number): string {
  return `\n${position}`;
}

export function isParkingKey(key: string): boolean {
  return key.startsWith("\n");
}

type Row = { readonly key: string; readonly name: string; readonly content_hash: string; readonly data: string };

/** Puts rows of one locale into the new generation. */
export function insertProducts(
  trx: Transaction,
  { vendor, generation }: Pick<SyncContext, "vendor" | "generation">,
  locale: string,
  rows: readonly Row[],
): Promise<void> {
  return insertRows(trx, "catalog_products", rows, { vendor, generation, locale });
}

/** Equal exactly where the texts stored under the same key are equal. */
export function contentHashOf({ hash }: Pick<StagedProduct, "hash">, requires: Requirements): string {
  return requires.length === 0 ? hash : hashOf(hash + JSON.stringify(requires));
}

export function hashOf(text: string): string {
  return hash("sha256", text, "base64url");
}
