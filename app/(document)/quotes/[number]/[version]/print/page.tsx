import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { foundOr404 } from "@/app/found-or-404";
import { parsePaper } from "@/components/document/page-rules";
import { PaperToolbar } from "@/components/document/paper-toolbar";
import { documentTitle, QuotePaper } from "@/components/document/quote-paper";
import { paperBanner } from "@/components/document/paper-banner";
import { env } from "@/lib/server/env";
import { pageViewer } from "@/lib/server/page-viewer";
import { readPrintable } from "@/lib/server/quotes/read-publication";

type PrintPageProps = {
  params: Promise<{ number: string; version: string }>;
  searchParams: Promise<{ paper?: string | string[]; link?: string | string[] }>;
};

const printableOfPage = cache(async (number: string, version: string) => {
  const counted = /^v([1-9]\d{0,3})$/.exec(version)?.[1];
  if (!counted) notFound();
  return foundOr404(async () => readPrintable(await pageViewer(), number, Number(counted)));
});

export async function generateMetadata({ params }: PrintPageProps): Promise<Metadata> {
  const { number, version } = await params;
  const { quote } = await printableOfPage(number, version);
  return { title: { absolute: documentTitle(quote) } };
}

/** The quote as it is printed; with `link`, a code on it leads to the page of that share link. */
export default async function PrintPage({ params, searchParams }: PrintPageProps) {
  const { number, version } = await params;
  const asked = await searchParams;
  const { quote, state } = await printableOfPage(number, version);
  const paper = parsePaper(asked.paper);
  const token = typeof asked.link === "string" && /^[\w-]{20,100}$/.test(asked.link) ? asked.link : null;
  const address = `/quotes/${encodeURIComponent(number)}`;
  return (
    <>
      <PaperToolbar
        back={{ href: address, label: "Back to the quote" }}
        paper={paper}
        hrefFor={(other) => `${address}/${version}/print?paper=${other}${token ? `&link=${token}` : ""}`}
      />
      <main className="paper-desk">
        <QuotePaper
          quote={quote}
          paper={paper}
          banner={paperBanner(state, quote)}
          shareAddress={token ? `${env().publicUrl}/share/quote/${token}` : null}
          nonce={(await headers()).get("x-nonce") ?? undefined}
        />
      </main>
    </>
  );
}
