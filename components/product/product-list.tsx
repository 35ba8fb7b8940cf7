import { productPath } from "@/components/product/product-path";
import { formatBilling, formatCommitment, formatMoney, formatPer } from "@/components/ui/format";
import { HoverLink } from "@/components/ui/hover-link";
import type { ProductSummary } from "@/lib/contracts/catalog";

type ProductListProps = { products: readonly ProductSummary[]; labels: Readonly<Record<string, string>> };

/** A few products to choose from: what tells them apart, and their price. */
export function ProductList({ products, labels }: ProductListProps) {
  return (
    <ul className="divide-y">
      {products.map((product) => (
        <li
          key={`${product.vendor}/${product.key}`}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 px-4 py-2.5"
        >
          <div className="min-w-0">
            <HoverLink href={productPath(product)} className="link font-medium">
              {product.name}
            </HoverLink>
            <p className="text-caption text-ink-muted">
              {[labels[product.vendor] ?? product.vendor, product.service, terms(product)].filter(Boolean).join(" · ")}
              {" · "}
              <span className="part-number break-all">{product.partNumber}</span>
            </p>
          </div>
          {product.price ? (
            <span className="figures whitespace-nowrap">
              {formatMoney(product.price)} <span className="text-ink-muted">{formatPer(product.billingPeriod)}</span>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function terms({ billingPeriod, commitment, price }: ProductSummary): string | null {
  if (!price) return null;
  if (billingPeriod === null && commitment === null) return formatBilling(null);
  return `billed ${formatBilling(billingPeriod).toLowerCase()}, commitment ${formatCommitment(commitment).toLowerCase()}`;
}
