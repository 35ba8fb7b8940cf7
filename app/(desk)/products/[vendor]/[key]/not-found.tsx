import { headers } from "next/headers";
import { decodedSegment } from "@/app/decoded-segment";
import { UnknownProduct } from "@/components/product/unknown-product";
import { AppError } from "@/lib/server/app-error";
import { findSimilar } from "@/lib/server/catalog/find-similar";
import { getProduct } from "@/lib/server/catalog/get-product";
import { vendorLabels } from "@/lib/server/catalog/vendor-label";
import { pageViewer } from "@/lib/server/page-viewer";

type Known = { name?: string; candidates?: { vendor: string; key: string; name: string }[] };

/** Not-found pages get no parameters; the path of the request names the product that was asked for. */
export default async function ProductNotFound() {
  const path = (await headers()).get("x-desk-path") ?? "";
  const [, vendor = "", key = ""] = /^\/products\/([^/?]+)\/([^/?]+)/.exec(path)?.map(decodedSegment) ?? [];
  const { name, candidates } = await whatIsKnown(vendor, key);
  const similar = candidates ? [] : await findSimilar(await pageViewer(), { vendor, key, words: name ?? key });
  return <UnknownProduct wanted={key} name={name} candidates={candidates} similar={similar} labels={vendorLabels()} />;
}

async function whatIsKnown(vendor: string, key: string): Promise<Known> {
  try {
    await getProduct(await pageViewer(), { vendor, key });
    return {};
  } catch (error) {
    return error instanceof AppError ? error.extra : {};
  }
}
