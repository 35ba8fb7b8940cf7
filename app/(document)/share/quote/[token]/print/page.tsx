import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { sharedQuoteOfPage } from "@/app/(document)/share/quote/[token]/shared-quote-of-page";
import { parsePaper } from "@/components/document/page-rules";
import { PaperToolbar } from "@/components/document/paper-toolbar";
import { paperBanner } from "@/components/document/paper-banner";
import { documentTitle, QuotePaper } from "@/components/document/quote-paper";
import { env } from "@/lib/server/env";

type SharedPrintProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ paper?: string | string[] }>;
};

export async function generateMetadata({ params }: SharedPrintProps): Promise<Metadata> {
  const view = await sharedQuoteOfPage((await params).token);
  return { title: { absolute: view.kind === "open" ? documentTitle(view.quote) : "Quote" } };
}

export default async function SharedPrintPage({ params, searchParams }: SharedPrintProps) {
  const { token } = await params;
  const view = await sharedQuoteOfPage(token);
  if (view.kind !== "open") notFound();
  const paper = parsePaper((await searchParams).paper);
  const address = `/share/quote/${token}`;
  return (
    <>
      <PaperToolbar
        back={{ href: address, label: "Back to the quote" }}
        paper={paper}
        hrefFor={(other) => `${address}/print?paper=${other}`}
      />
      <main className="paper-desk">
        <QuotePaper
          quote={view.quote}
          paper={paper}
          banner={paperBanner(view.quote.state, view.quote)}
          decision={view.quote.decision}
          shareAddress={`${env().publicUrl}${address}`}
          nonce={(await headers()).get("x-nonce") ?? undefined}
        />
      </main>
    </>
  );
}
