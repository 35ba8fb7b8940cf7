"use client";

import { CatalogEmpty } from "@/components/catalog/catalog-empty";
import { PricesAsOf } from "@/components/catalog/catalog-notices";
import { LoadError } from "@/components/catalog/list-notices";
import { LoadMore } from "@/components/catalog/load-more";
import type { Density } from "@/components/catalog/preferences";
import { ProductTable } from "@/components/catalog/product-table";
import type { ProductTableModel, VendorLabels } from "@/components/catalog/table-parts";
import { TableSkeleton } from "@/components/catalog/table-skeleton";
import type { CartActions } from "@/components/catalog/use-cart-actions";
import type { Catalog } from "@/components/catalog/use-catalog";
import { FavouriteMarks } from "@/components/favourites/favourite-mark";

type ProductResultsProps = {
  catalog: Catalog;
  table: ProductTableModel;
  density: Density;
  cart: CartActions;
  labels: VendorLabels;
};

/** The rows; or that they are on their way, could not be loaded or are none. */
export function ProductResults({ catalog, table, density, cart, labels }: ProductResultsProps) {
  const { list, items, error } = catalog;
  if (!list) return error ? <LoadError catalog={catalog} /> : <TableSkeleton />;
  if (items.length === 0) return <CatalogEmpty catalog={catalog} />;
  return (
    <>
      <FavouriteMarks>
        <ProductTable catalog={catalog} table={table} density={density} cart={cart} />
      </FavouriteMarks>
      <footer className="grid justify-items-center gap-4 px-4 py-6">
        <LoadMore catalog={catalog} />
        <PricesAsOf asOf={list.asOf} labels={labels} />
      </footer>
    </>
  );
}
