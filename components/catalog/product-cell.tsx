import { PanelRight } from "lucide-react";
import Link from "next/link";
import { FavouriteMark } from "@/components/favourites/favourite-mark";
import { productPath } from "@/components/product/product-path";
import { address } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { HoverLink } from "@/components/ui/hover-link";
import { LanguageTag } from "@/components/ui/language-tag";
import { PartNumber } from "@/components/ui/part-number";
import type { ShownLanguage } from "@/components/ui/shown-language";
import type { ProductSummary } from "@/lib/contracts/catalog";
import { compactNumber } from "@/lib/domain/catalog/text/fold-text";

type ProductCellProps = {
  product: ProductSummary;
  language: ShownLanguage;
  /** What was searched for: a part number that is exactly this is marked. */
  words?: string | undefined;
  onPreview?: ((product: ProductSummary) => void) | undefined;
};

/** Name, part number and what else it needs; the name is the row's link. */
export function ProductCell({ product, language, words = "", onPreview }: ProductCellProps) {
  const path = productPath(product, undefined, language.linked);
  const asked = compactNumber(words);
  const isExact = asked !== "" && compactNumber(product.partNumber) === asked;
  return (
    <span className="relative flex min-w-0 items-center gap-2 max-md:items-start">
      <span className="grid min-w-0 flex-1 max-md:gap-y-1">
        <span className="flex min-w-0 items-center gap-2 max-md:flex-wrap max-md:gap-y-0.5">
          <HoverLink
            href={path}
            data-row-link
            className="quiet-link text-ink min-w-0 py-[3px] leading-[1.125rem] font-medium"
            title={product.name}
            lang={product.locale}
          >
            {product.name}
          </HoverLink>
          {product.plansCount > 1 ? (
            <span className="text-caption text-ink-faint flex-none">{product.plansCount} plans</span>
          ) : null}
          {product.archived ? <Badge tone="stale">archived</Badge> : null}
          {isExact ? <Badge tone="accent">exact part number</Badge> : null}
        </span>
        <span className="product-facts text-ink-muted text-caption flex min-w-0 items-center gap-x-1.5 gap-y-0.5 leading-[0.9375rem] max-md:flex-wrap">
          <PartNumber short copy={false} value={product.partNumber} className="leading-[0.9375rem]!" />
          <LanguageTag locale={product.locale} asked={language.asked} />
          <Needs names={product.needs} href={`${path}#requirements`} />
        </span>
      </span>
      <span className="product-acts flex flex-none">
        {onPreview ? (
          <button
            type="button"
            className="btn row-act h-6"
            data-tone="quiet"
            data-square
            data-preview
            aria-label={`Preview ${product.name}`}
            title="Preview (Space)"
            onClick={() => onPreview(product)}
          >
            <PanelRight aria-hidden="true" className="size-3.5!" />
          </button>
        ) : null}
        <CopyButton text={product.partNumber} name="part number" />
        <FavouriteMark product={product} />
      </span>
    </span>
  );
}

/** A sentence with its link in the line: it needs no room of its own to be pressed. */
function Needs({ names, href }: { names: readonly string[]; href: string }) {
  const [first] = names;
  if (first === undefined) return null;
  const more = names.length > 1 ? ` + ${names.length - 1}` : "";
  const short = shortName(first);
  return (
    <span
      className={`bg-info-wash text-info block rounded-[4px] px-1.5 leading-[0.9375rem] whitespace-nowrap ${short ? "flex-none" : "max-w-full min-w-0 md:max-w-max md:min-w-20 md:flex-1"}`}
    >
      needs{" "}
      <Link
        href={address(href)}
        prefetch={false}
        title={`Needs ${names.join(" and ")}`}
        className={`inline-block align-bottom font-medium hover:underline ${short ? "" : "max-w-[calc(100%-2.25rem)] truncate"}`}
      >
        <span className="md:hidden">{first}</span>
        <span className="max-md:hidden">{short || first}</span>
        {more}
        {names.length > 1 || short ? <span className="sr-only">: {names.join(" and ")}</span> : null}
      </Link>
    </span>
  );
}

/** "Office 365 Enterprise E1" → "E1" where the last word alone tells products of a family apart. */
function shortName(name: string): string {
  const last = name.trim().split(/\s+/).at(-1) ?? "";
  return /^[A-Z]+\d+$/.test(last) ? last : "";
}
