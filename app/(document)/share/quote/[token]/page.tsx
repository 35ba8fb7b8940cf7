import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sharedQuoteOfPage } from "@/app/(document)/share/quote/[token]/shared-quote-of-page";
import { SharedQuoteScreen } from "@/components/document/shared-quote-screen";

type SharePageProps = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: SharePageProps): Promise<Metadata> {
  const view = await sharedQuoteOfPage((await params).token);
  if (view.kind !== "open") return { title: { absolute: "Quote" } };
  const { number, seller } = view.quote;
  return { title: { absolute: `Quote ${number} from ${seller.company}` }, description: "A quote to read and answer." };
}

export default async function SharePage({ params }: SharePageProps) {
  const { token } = await params;
  const view = await sharedQuoteOfPage(token);
  if (view.kind !== "open") notFound();
  return <SharedQuoteScreen quote={view.quote} token={token} />;
}
