import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { currentViewer } from "@/lib/server/page-viewer";
import { readSharedProduct } from "@/lib/server/share/read-shared-product";

/** The product behind the link, asked for once per request, so that one visit counts as one view. */
export const sharedProductOfPage = cache(async (token: string) =>
  readSharedProduct(token, {
    headers: new Headers(await headers()),
    method: "GET",
    signedIn: (await currentViewer()) !== null,
  }),
);
