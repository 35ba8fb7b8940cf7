import Link from "next/link";
import { productPath } from "@/components/product/product-path";
import { address } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { HoverLink } from "@/components/ui/hover-link";
import { PartNumber } from "@/components/ui/part-number";
import type { ProductSummary } from "@/lib/contracts/catalog";

/** Name, part number and what else it needs; the name is the row's link. */
export function ProductCell({ product }: { product: ProductSummary }) {
  const path = productPath(product);
  return (
    <span className="grid min-w-0">
      <span className="flex min-w-0 items-center gap-2">
        <HoverLink href={path} data-row-link className="quiet-link text-ink truncate font-medium" title={product.name}>
          {product.name}
        </HoverLink>
        {product.plansCount > 1 ? (
          <span className="text-caption text-ink-faint flex-none">{product.plansCount} plans</span>
        ) : null}
        {product.archived ? <Badge tone="stale">archived</Badge> : null}
      </span>
      <span className="text-ink-muted text-caption flex min-w-0 items-center gap-2">
        <PartNumber value={product.partNumber} className="-my-1 flex-none" />
        <Needs names={product.needs} href={`${path}#requirements`} />
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
      className="bg-info-wash text-info max-w-60 min-w-0 truncate rounded-[4px] px-1.5 leading-[1.125rem] font-medium hover:underline"
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
