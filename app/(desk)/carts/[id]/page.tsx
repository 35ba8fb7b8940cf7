import type { Metadata } from "next";
import { cache } from "react";
import { foundOr404 } from "@/app/found-or-404";
import { CartEditor } from "@/components/carts/cart-editor";
import { readCart } from "@/lib/server/carts/read-cart";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";
import { vendorSources } from "@/lib/server/sources";
import { may } from "@/lib/server/viewer";

type CartPageProps = { params: Promise<{ id: string }> };

const cartOfPage = cache(async (id: string) =>
  foundOr404(async () => readCart(await openDesk(), await pageViewer(), id)),
);

export async function generateMetadata({ params }: CartPageProps): Promise<Metadata> {
  const cart = await cartOfPage((await params).id);
  return { title: `${cart.name} - Cart` };
}

export default async function CartPage({ params }: CartPageProps) {
  const viewer = await pageViewer();
  const cart = await cartOfPage((await params).id);
  const sources = await vendorSources();
  const priceCheckers = sources.flatMap(({ vendor, estimateOrder }) => (estimateOrder ? [vendor] : []));
  const showsCost = may(viewer, "costs:read");
  return <CartEditor key={cart.id} initial={cart} showsCost={showsCost} priceCheckers={priceCheckers} />;
}
