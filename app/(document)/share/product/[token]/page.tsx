import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sharedProductOfPage } from "@/app/(document)/share/product/[token]/shared-product-of-page";
import { previewText } from "@/components/document/preview-text";
import { SharedProductScreen } from "@/components/document/shared-product-screen";

type SharedProductPageProps = { params: Promise<{ token: string }> };

/** What a chat or a mail shows of the link: our own words and the price the customer pays. */
export async function generateMetadata({ params }: SharedProductPageProps): Promise<Metadata> {
  const view = await sharedProductOfPage((await params).token);
  if (view.kind !== "open") return { title: { absolute: "Product" } };
  const { name, seller } = view.product;
  const title = `${name} - ${seller.company}`;
  const description = previewText(view.product);
  return {
    title: { absolute: title },
    description,
    openGraph: { type: "website", title, description, siteName: seller.company },
    twitter: { card: "summary", title, description },
  };
}

export default async function SharedProductPage({ params }: SharedProductPageProps) {
  const { token } = await params;
  const view = await sharedProductOfPage(token);
  if (view.kind !== "open") notFound();
  return <SharedProductScreen product={view.product} token={token} />;
}
