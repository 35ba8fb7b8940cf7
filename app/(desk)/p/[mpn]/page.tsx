import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { decodedSegment } from "@/app/decoded-segment";
import { ProductList } from "@/components/product/product-list";
import { productPath } from "@/components/product/product-path";
import { formatCount } from "@/components/ui/format";
import { findByNumber } from "@/lib/server/catalog/find-by-number";
import { vendorLabels } from "@/lib/server/catalog/vendor-label";
import { pageViewer } from "@/lib/server/page-viewer";

type NumberPageProps = { params: Promise<{ mpn: string }> };

export const metadata: Metadata = { title: "Part number" };

/** A part number as an address: straight to its product, or to a choice where several share it. */
export default async function NumberPage({ params }: NumberPageProps) {
  const viewer = await pageViewer();
  const number = decodedSegment((await params).mpn);
  const found = await findByNumber(viewer, number);
  const [first] = found;
  if (!first) notFound();
  if (found.length === 1) redirect(productPath(first));
  return (
    <div className="mx-auto grid max-w-3xl gap-4 px-4 py-8">
      <div>
        <h1 className="text-heading">
          {formatCount(found.length, "product")} with the part number{" "}
          <span className="part-number break-all">{number}</span>
        </h1>
        <p className="text-ink-muted mt-1">They differ in how they are billed or in who sells them.</p>
      </div>
      <div className="panel">
        <ProductList products={found} labels={vendorLabels()} />
      </div>
    </div>
  );
}
