"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { useInBrowser } from "@/components/ui/local-time";

/** The page's stable address, with the host one is on. */
export function CopyLink({ path }: { path: string }) {
  const host = useInBrowser() ? globalThis.location.origin : "";
  return <CopyButton text={`${host}${path}`} name="link" label="Copy link" />;
}
