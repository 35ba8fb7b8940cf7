import { headers } from "next/headers";
import { sharedProductOfPage } from "@/app/(document)/share/product/[token]/shared-product-of-page";
import { ClosedLink } from "@/components/document/closed-link";

/** A link that opens nothing (any more): it says why where it may, shows no price and leads nowhere else. */
export default async function NoSharedProduct() {
  const path = (await headers()).get("x-desk-path") ?? "";
  const token = /^\/share\/product\/([\w-]{1,100})/.exec(path)?.[1];
  const view = token ? await sharedProductOfPage(token) : { kind: "unknown" as const };
  if (view.kind === "gone") return <ClosedLink what="This product is no longer offered" />;
  return (
    <ClosedLink
      what="This link does not open a product"
      why="It may be over or withdrawn, or its address incomplete."
    />
  );
}
