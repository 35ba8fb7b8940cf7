import { ProductList } from "@/components/product/product-list";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ProductSummary } from "@/lib/contracts/catalog";

type SimilarProductsProps = {
  products: readonly ProductSummary[];
  labels: Readonly<Record<string, string>>;
  className?: string;
};

export function SimilarProducts({ products, labels, className }: SimilarProductsProps) {
  if (products.length === 0) return null;
  return (
    <Panel aria-labelledby="similar" className={className}>
      <PanelHeading id="similar">Similar products</PanelHeading>
      <ProductList products={products} labels={labels} />
    </Panel>
  );
}
