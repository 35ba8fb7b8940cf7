import { FavouriteButton } from "@/components/favourites/favourite-button";
import { RefreshProduct } from "@/components/product/refresh-product";
import { ShareProduct } from "@/components/product/share-product";
import { address } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { CopyLink } from "@/components/product/copy-link";
import { PricesAsOf } from "@/components/ui/freshness";
import { PartNumber } from "@/components/ui/part-number";
import type { ProductDto } from "@/lib/contracts/product";
import type { Route } from "next";
import Link from "next/link";

type TitleBlockProps = { product: ProductDto; path: Route; vendorLabel: string };

export function TitleBlock({ product, path, vendorLabel }: TitleBlockProps) {
  const quiet = [vendorLabel, product.provider, product.service, product.serviceType].filter(isText);
  return (
    <header className="grid grid-cols-[minmax(0,1fr)] gap-3 wrap-anywhere">
      <Breadcrumb product={product} />
      <div>
        <h1 className="text-display" lang={product.locale}>
          {product.name}
        </h1>
        {product.headline ? (
          <p className="text-reading text-ink-muted mt-1 max-w-[68ch]" lang={product.locale}>
            {product.headline}
          </p>
        ) : null}
      </div>
      <div className="text-ink-muted flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <span>{[...new Set(quiet)].join(" · ")}</span>
        <span data-title-number title="Copy with c">
          <PartNumber value={product.partNumber} />
        </span>
        {product.archived ? <Badge tone="stale">archived by the vendor</Badge> : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-2">
        <PricesAsOf sources={[{ label: vendorLabel, asOf: product.asOf }]} />
        <RefreshProduct
          product={{ vendor: product.vendor, key: product.key, asOf: product.asOf }}
          vendorLabel={vendorLabel}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <CopyLink path={path} />
        {product.archived ? null : (
          <ShareProduct
            product={{ vendor: product.vendor, key: product.key, name: product.name }}
            currency={product.price?.currency ?? null}
          />
        )}
        <FavouriteButton product={product} />
      </div>
    </header>
  );
}

function isText(value: string | null): value is string {
  return value !== null && value !== "";
}

function Breadcrumb({ product: { categories, service } }: { product: ProductDto }) {
  const [category] = categories;
  return (
    <nav aria-label="Breadcrumb">
      <ol className="text-table text-ink-muted [&>li+li]:before:text-ink-faint flex flex-wrap items-center [&>li+li]:before:mx-2 [&>li+li]:before:content-['/']">
        <li>
          <Link href={address("/catalog")} prefetch={false} className="quiet-link">
            Catalog
          </Link>
        </li>
        {category ? (
          <li>
            <Link
              href={address(`/catalog?category=${encodeURIComponent(category)}`)}
              prefetch={false}
              className="quiet-link"
            >
              {category}
            </Link>
          </li>
        ) : null}
        {service ? (
          <li>
            <Link
              href={address(`/catalog?service=${encodeURIComponent(service)}`)}
              prefetch={false}
              className="quiet-link"
            >
              {service}
            </Link>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
