import type { ProductDto } from "@/lib/contracts/product";
import type { Product, ProductRef } from "@/lib/domain/catalog/product";
import { inWordsOf } from "@/lib/domain/catalog/in-words-of";
import { AppError } from "@/lib/server/app-error";
import { readStoredProduct } from "@/lib/server/store/stored-product";
import { type Catalog, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { toProduct } from "@/lib/server/catalog/to-product";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";
import { withoutNul } from "@/lib/server/http/refuse-nul";
import { type Database, database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

export type ProductRequest = ProductRef & {
  readonly currency?: string | undefined;
  readonly locale?: string | undefined;
};

/** One product with plans, price rows and requirements both ways; in the words of the asked locale where the vendor has it. */
export async function getProduct(viewer: Viewer, request: ProductRequest): Promise<ProductDto> {
  const catalog = await currentCatalog();
  const product = await findProduct(await database(), catalog, request);
  return toProduct({
    catalog,
    product: (await inLocale(catalog, product, request.locale)) ?? product,
    asked: request.currency === undefined ? [] : [request.currency],
    seesCost: may(viewer, "costs:read"),
  });
}

/** Throws `gone` for what the vendor offered before, `not-found` for what it never did as far as we know. */
export async function findProduct(db: Database, catalog: Catalog, ref: ProductRef): Promise<Product> {
  const product = catalog.find(ref);
  if (product) return product;
  const label = vendorLabel(ref.vendor);
  const several = catalog.findByPartNumber(ref.key).filter(({ vendor }) => vendor === ref.vendor);
  if (several.length > 1) {
    const candidates = several.map(({ vendor, key, name }) => ({ vendor, key, name }));
    throw new AppError(
      "not-found",
      `${several.length} products of ${label} have the part number ${ref.key}. Choose one.`,
      {
        extra: { candidates },
      },
    );
  }
  const name = await lastKnownName(db, { vendor: withoutNul(ref.vendor), key: withoutNul(ref.key) });
  if (name === null) throw new AppError("not-found", `${label} has no product ${ref.key}.`);
  throw new AppError("gone", `${name} is no longer offered by ${label}.`, { extra: { name } });
}

async function lastKnownName(db: Database, { vendor, key }: ProductRef): Promise<string | null> {
  const change = await db
    .selectFrom("changes")
    .select("name")
    .where("vendor", "=", vendor)
    .where("key", "=", key)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (change) return change.name;
  const line = await db
    .selectFrom("catalog_products")
    .select("name")
    .where("vendor", "=", vendor)
    .where("key", "=", key)
    .orderBy("generation", "desc")
    .limit(1)
    .executeTakeFirst();
  return line?.name ?? null;
}

async function inLocale(catalog: Catalog, product: Product, locale: string | undefined): Promise<Product | null> {
  const generation = catalog.generations[product.vendor];
  if (locale === undefined || generation === undefined || locale.toLowerCase() === product.locale) return null;
  const db = await database();
  const row = await db
    .selectFrom("catalog_products")
    .select("data")
    .where("vendor", "=", product.vendor)
    .where("generation", "=", generation)
    .where("locale", "=", locale.toLowerCase())
    .where("key", "=", product.key)
    .executeTakeFirst();
  return row ? inWordsOf(product, readStoredProduct(row.data)) : null;
}
