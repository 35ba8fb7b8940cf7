import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DemoBand } from "@/components/shell/demo-band";
import { env } from "@/lib/server/env";

/** Addresses under here are secrets or internal: they are not indexed and told to no other site. */
export const metadata: Metadata = {
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

/** Paper and outsiders: nothing of the desk stands around it. */
export default function DocumentLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {env().demo ? <DemoBand /> : null}
      {children}
    </>
  );
}
