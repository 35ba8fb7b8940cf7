import { headers } from "next/headers";
import { sharedQuoteOfPage } from "@/app/(document)/share/quote/[token]/shared-quote-of-page";
import { ClosedLink } from "@/components/document/closed-link";

/** A link that opens nothing (any more): it says why where it may, shows no price and leads nowhere else. */
export default async function NoSharedQuote() {
  const path = (await headers()).get("x-desk-path") ?? "";
  const token = /^\/share\/quote\/([\w-]{1,100})/.exec(path)?.[1];
  const view = token ? await sharedQuoteOfPage(token) : { kind: "unknown" as const };
  if (view.kind !== "gone") {
    return (
      <ClosedLink
        what="This link does not open a quote"
        why="The quote may have been replaced or withdrawn, the link may be over, or its address incomplete."
      />
    );
  }
  return (
    <ClosedLink
      what={view.why === "superseded" ? "This quote was replaced by a newer version" : "This quote was withdrawn"}
    />
  );
}
