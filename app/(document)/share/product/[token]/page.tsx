import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SharedProductScreen } from "@/components/document/shared-product-screen";
import { currentViewer } from "@/lib/server/page-viewer";
import { readSharedProduct } from "@/lib/server/share/read-shared-product";

type SharedProductPageProps = { params: Promise<{ token: string }> };

/** Asked for once per request, so that one visit counts as one view. */
const productOfPage = cache(async (token: string) => {
  const view = await readSharedProduct(token, {
    headers: new Headers(await headers()),
    method: "GET",
    signedIn: (await currentViewer()) !== null,
  });
  if (view.kind !== "open") notFound();
  return view.product;
});

export async function generateMetadata({ params }: SharedProductPageProps): Promise<Metadata> {
  const product = await productOfPage((await params).token);
  return { title: { absolute: `${product.name} - ${product.seller.company}` } };
}

export default async function SharedProductPage({ params }: SharedProductPageProps) {
  return <SharedProductScreen product={await productOfPage((await params).token)} />;
}
