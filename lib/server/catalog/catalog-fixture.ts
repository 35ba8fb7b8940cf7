import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import type { Product } from "@/lib/domain/catalog/product";
import type { Role } from "@/lib/contracts/session";
import { processState } from "@/lib/server/process-state";
import type { Database } from "@/lib/server/store/database";
import { rightsOf, type Viewer } from "@/lib/server/viewer";

/** Test support: makes this store the process's own, with nothing remembered from the test before. */
export function useStore(db: Database): void {
  vi.stubEnv("DATA_DIR", mkdtempSync(join(tmpdir(), "desk-catalog-")));
  const states = (globalThis as { [key: symbol]: Map<string, unknown> | undefined })[
    Symbol.for("reseller-desk.process-state")
  ];
  states?.clear();
  void processState("database", () => Promise.resolve(db));
}

export type Publication = { readonly vendor?: string; readonly generation?: number; readonly taxonomy?: unknown };

/** Writes a vendor's catalog as a finished sync leaves it. */
export async function publish(
  db: Database,
  products: readonly Product[],
  { vendor = "cloudblue", generation = 1, taxonomy = null }: Publication = {},
): Promise<void> {
  const rows = products.map((product) => ({
    vendor,
    generation,
    locale: product.locale,
    key: product.key,
    name: product.name,
    content_hash: "",
    data: JSON.stringify(product),
  }));
  for (let at = 0; at < rows.length; at += 200)
    await db
      .insertInto("catalog_products")
      .values(rows.slice(at, at + 200))
      .execute();
  const published = {
    generation,
    as_of: "2026-11-22T04:00:00.000Z",
    product_count: products.length,
    taxonomy: JSON.stringify(taxonomy),
  };
  await db
    .insertInto("vendor_catalogs")
    .values({ vendor, ...published })
    .onConflict((conflict) => conflict.column("vendor").doUpdateSet(published))
    .execute();
}

export function viewerWith(role: Role): Viewer {
  return { userId: role, email: `${role}@desk.example`, name: role, role, rights: rightsOf(role) };
}
