import type { PublicProduct } from "@/lib/contracts/public-product";
import type { Product } from "@/lib/domain/catalog/product";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import { openDesk } from "@/lib/server/open-desk";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import { readLinkTarget } from "@/lib/server/share/product-links";
import { countView, findLiveLink, noSuchLink, openLink } from "@/lib/server/share/share-links";
import { toPublicProduct } from "@/lib/server/share/to-public-product";
import { isCustomerVisit, type Visitor } from "@/lib/server/share/visitor";

/** What a link to a product shows: the product as it is today, or only that it is no longer offered. */
export type SharedProductView =
  { readonly kind: "open"; readonly product: PublicProduct } | { readonly kind: "gone" } | { readonly kind: "unknown" };

/** For the page behind a link. A `visitor` is counted as a view where it is a customer's browser. */
export async function readSharedProduct(token: string, visitor: Visitor | null = null): Promise<SharedProductView> {
  return viewSharedProduct(await openDesk(), token, visitor);
}

export async function viewSharedProduct(
  desk: Desk,
  token: string,
  visitor: Visitor | null,
): Promise<SharedProductView> {
  const now = desk.now();
  const link = await findLiveLink(desk.db, "product", token, now);
  if (!link) return { kind: "unknown" };
  const { currency, ...ref } = readLinkTarget(link.target);
  const product = desk.catalog.find(ref);
  if (!product || product.archived) return { kind: "gone" };
  if (visitor && isCustomerVisit(visitor)) await countView(desk.db, link.id, now);
  const seller = await readSellerSettings(desk.db, desk.demo);
  return { kind: "open", product: toPublicProduct(desk, { product, currency, seller }) };
}

/** The product itself, for what belongs to it; limits applied as for the product, but no view is counted. */
export async function findSharedProduct(desk: Desk, token: string, visitor: Visitor): Promise<Product> {
  const link = await openLink(desk.db, "product", token, desk.now(), visitor);
  const product = desk.catalog.find(readLinkTarget(link.target));
  if (!product || product.archived) throw noLongerOffered();
  return product;
}

/** For the route: limits applied; throws `not-found`, `gone` or `too-many-requests`. */
export async function fetchSharedProduct(desk: Desk, token: string, visitor: Visitor): Promise<PublicProduct> {
  await openLink(desk.db, "product", token, desk.now(), visitor);
  const view = await viewSharedProduct(desk, token, visitor);
  if (view.kind === "unknown") throw noSuchLink();
  if (view.kind === "gone") throw noLongerOffered();
  return view.product;
}

function noLongerOffered(): AppError {
  return new AppError("gone", "This product is no longer offered.");
}
