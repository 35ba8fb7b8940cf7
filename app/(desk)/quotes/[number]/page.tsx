import type { Metadata } from "next";
import { cache } from "react";
import { foundOr404 } from "@/app/found-or-404";
import { QuoteScreen } from "@/components/quotes/quote-screen";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";
import { readQuote } from "@/lib/server/quotes/read-quote";

type QuotePageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
};

const quoteOfPage = cache(async (number: string, version: number | undefined) =>
  foundOr404(async () => readQuote(await openDesk(), await pageViewer(), number, version)),
);

function askedVersion(text: string | string[] | undefined): number | undefined {
  return typeof text === "string" && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

export async function generateMetadata({ params }: QuotePageProps): Promise<Metadata> {
  return { title: `${(await params).number} - Quote` };
}

export default async function QuotePage({ params, searchParams }: QuotePageProps) {
  const asked = askedVersion((await searchParams).version);
  const { quote, tag } = await quoteOfPage((await params).number, asked);
  return <QuoteScreen quote={quote} tag={tag} />;
}
