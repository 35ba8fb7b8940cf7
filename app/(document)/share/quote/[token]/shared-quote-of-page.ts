import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { currentViewer } from "@/lib/server/page-viewer";
import { readSharedQuote } from "@/lib/server/share/read-shared-quote";

/** The quote behind the link, asked for once per request, so that one visit counts as one view. */
export const sharedQuoteOfPage = cache(async (token: string) =>
  readSharedQuote(token, {
    headers: new Headers(await headers()),
    method: "GET",
    signedIn: (await currentViewer()) !== null,
  }),
);
