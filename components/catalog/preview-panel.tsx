"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { AddCell } from "@/components/catalog/add-cell";
import { PreviewFacts, PreviewFigures, PreviewNeeds, PreviewPlans } from "@/components/catalog/preview-parts";
import type { VendorLabels } from "@/components/catalog/table-parts";
import type { CartActions } from "@/components/catalog/use-cart-actions";
import { productPath } from "@/components/product/product-path";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { LanguageTag } from "@/components/ui/language-tag";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { PartNumber } from "@/components/ui/part-number";
import type { ShownLanguage } from "@/components/ui/shown-language";
import { Skeleton } from "@/components/ui/skeleton";
import { productQuery } from "@/lib/client/product-queries";
import type { ProductDto } from "@/lib/contracts/product";

type PreviewPanelProps = {
  /** "vendor/key", as it stands in the address. */
  id: string;
  language: ShownLanguage;
  cart: CartActions;
  vendorLabels: VendorLabels;
  onClose: () => void;
};

/** A product beside the list: what it costs, what it needs and what it is, without leaving the row. */
export default function PreviewPanel({ id, language, cart, vendorLabels, onClose }: PreviewPanelProps) {
  const at = id.indexOf("/");
  const { data: product, error } = useQuery(productQuery(id.slice(0, at), id.slice(at + 1), language.linked));
  const panel = useRef<HTMLElement>(null);
  const name = product?.name;

  useEffect(() => {
    if (name) announce(`Preview of ${name}`);
  }, [name]);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest("dialog[open], details[open], input")) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onClose]);

  return (
    <div className="pointer-events-none right-0 z-20 max-md:fixed max-md:inset-0 max-md:z-40 md:absolute md:inset-y-0 md:w-104">
      <section
        ref={panel}
        tabIndex={-1}
        aria-label={name ? `Preview of ${name}` : "Preview"}
        data-preview-panel
        className="bg-raised arrive pointer-events-auto flex h-full flex-col border-l shadow-(--shadow-overlay) outline-none md:sticky md:top-[calc(3.25rem+var(--band))] md:h-[calc(100dvh-5rem-var(--band))]"
      >
        <header className="flex items-start justify-between gap-4 border-b px-5 py-3">
          <div className="min-w-0">
            {product ? (
              <Title product={product} asked={language.asked} vendorLabels={vendorLabels} />
            ) : (
              <Skeleton className="my-1 h-10 w-56" />
            )}
          </div>
          <Button tone="quiet" square aria-label="Close preview" title="Close (Esc)" onClick={onClose}>
            <X aria-hidden="true" />
          </Button>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
          {error ? (
            <Notice tone="loss" role="alert" className="m-4">
              {error.message}
            </Notice>
          ) : null}
          {product ? (
            <>
              <PreviewFigures product={product} />
              <PreviewNeeds product={product} />
              <PreviewPlans product={product} />
              <PreviewFacts product={product} />
              <p className="text-caption text-ink-muted px-5 py-3">
                Prices as of <LocalTime iso={product.asOf} age />
              </p>
            </>
          ) : error ? null : (
            <Skeleton className="m-5 h-40" />
          )}
        </div>
        {product ? (
          <footer className="flex items-center justify-between gap-2 border-t px-5 py-3">
            <ButtonLink href={productPath(product, undefined, language.linked)}>
              Open product
              <ArrowRight aria-hidden="true" />
            </ButtonLink>
            <AddCell product={product} cart={cart} />
          </footer>
        ) : null}
      </section>
    </div>
  );
}

type TitleProps = { product: ProductDto; asked: string; vendorLabels: VendorLabels };

function Title({ product, asked, vendorLabels }: TitleProps) {
  return (
    <>
      <h2 className="text-reading font-strong leading-snug">
        <span lang={product.locale}>{product.name}</span> <LanguageTag locale={product.locale} asked={asked} />
      </h2>
      <p className="text-table text-ink-muted">
        {[vendorLabels[product.vendor] ?? product.vendor, product.service].filter(Boolean).join(" · ")}
      </p>
      <PartNumber short value={product.partNumber} className="text-table text-ink-muted" />
    </>
  );
}
