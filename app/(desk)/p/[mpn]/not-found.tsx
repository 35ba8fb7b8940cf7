import { headers } from "next/headers";
import { decodedSegment } from "@/app/decoded-segment";
import { UnknownProduct } from "@/components/product/unknown-product";
import { findSimilar } from "@/lib/server/catalog/find-similar";
import { vendorLabels } from "@/lib/server/catalog/vendor-label";
import { pageViewer } from "@/lib/server/page-viewer";

/** Not-found pages get no parameters; the path of the request names the number that was asked for. */
export default async function NumberNotFound() {
  const path = (await headers()).get("x-desk-path") ?? "";
  const number = decodedSegment(/^\/p\/([^/?]+)/.exec(path)?.[1] ?? "");
  const similar = await findSimilar(await pageViewer(), { vendor: "", key: "", words: number });
  return <UnknownProduct wanted={number} similar={similar} labels={vendorLabels()} />;
}
