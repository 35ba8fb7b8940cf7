import type { ProductRef } from "@/lib/client/favourite-queries";

export type FavouriteWish = { readonly products: readonly (ProductRef & { readonly name: string })[] };

export const OPEN_FAVOURITES = "desk:favourites";

/** Asks the shell for the dialog that puts products on lists; it is loaded when first asked for. */
export function openFavourites(products: FavouriteWish["products"]): void {
  document.dispatchEvent(new CustomEvent<FavouriteWish>(OPEN_FAVOURITES, { detail: { products } }));
}
