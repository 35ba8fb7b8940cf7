import Link from "next/link";
import { FavouriteMark } from "@/components/favourites/favourite-mark";
import { productPath } from "@/components/product/product-path";
import { address } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { HoverLink } from "@/components/ui/hover-link";
import { PartNumber } from "@/components/ui/part-number";
import type { ProductSummary } from "@/lib/contracts/catalog";

/** Name, part number and what else it needs; the name is the row's link. */
export function ProductCell({ product }: { product: ProductSummary }) {
  const path = productPath(product);
  return (
    <span className="flex min-w-0 items-center gap-2 max-md:flex-wrap max-md:gap-y-1">
      <span className="grid min-w-0 flex-auto max-md:basis-[calc(100%-4rem)]">
        <span className="flex min-w-0 items-center gap-2">
          <HoverLink
            href={path}
            data-row-link
            className="quiet-link text-ink truncate font-medium"
            title={product.name}
          >
            {product.name}
          </HoverLink>
          {product.plansCount > 1 ? (
            <span className="text-caption text-ink-faint flex-none">{product.plansCount} plans</span>
          ) : null}
          {product.archived ? <Badge tone="stale">archived</Badge> : null}
        </span>
        <PartNumber short copy={false} value={product.partNumber} className="text-ink-muted text-caption" />
      </span>
      <Needs names={product.needs} href={`${path}#requirements`} />
      <span className="flex flex-none">
        <CopyButton text={product.partNumber} name="part number" />
        <FavouriteMark product={product} />
      </span>
    </span>
  );
}

function Needs({ names, href }: { names: readonly string[]; href: string }) {
  const [first] = names;
  if (first === undefined) return null;
  const more = names.length > 1 ? ` + ${names.length - 1}` : "";
  return (
    <Link
      href={address(href)}
      prefetch={false}
      title={`Needs ${names.join(" and ")}`}
      className="bg-info-wash text-info text-caption max-w-36 min-w-16 shrink-999 truncate rounded-[4px] max-md:order-last max-md:max-w-full px-1.5 leading-6 font-medium hover:underline"
    >
      needs {shortName(first)}
      {more}
    </Link>
  );
}

/** "Office 365 Enterprise E1" → "E1" where the last word alone tells products of a family apart. */
function shortName(name: string): string {
  const last = name.trim().split(/\s+/).at(-1) ?? name;
  return /^[A-Z]+\d+$/.test(last) ? last : name;
}
