import type { Metadata } from "next";
import { PasteScreen } from "@/components/carts/paste-screen";
import { pageViewer } from "@/lib/server/page-viewer";

type PastePageProps = { searchParams: Promise<{ text?: string | string[] }> };

export const metadata: Metadata = { title: "Paste a list" };

export default async function PastePage({ searchParams }: PastePageProps) {
  await pageViewer();
  const { text } = await searchParams;
  return <PasteScreen initial={typeof text === "string" ? text.slice(0, 20_000) : ""} />;
}
