"use client";

import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { lineColumns } from "@/components/carts/line-columns";
import type { GroupedLine } from "@/components/carts/cart-groups";
import { focusAfterRemoval, lineElementId } from "@/components/carts/focus-line";
import { LineConfiguration } from "@/components/carts/line-configuration";
import { LineProblems } from "@/components/carts/line-problems";
import { LineQuantity } from "@/components/carts/line-quantity";
import { costUnknownWhy, foreignCurrency, knownCost } from "@/components/catalog/cost-words";
import { overuseWords } from "@/components/document/overuse-words";
import { LinePrice } from "@/components/pricing/line-price";
import { PriceFindings } from "@/components/pricing/price-findings";
import { productPath } from "@/components/product/product-path";
import { Amount, Unknown } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatBilling, formatPer, formatPeriod, formatQuantity } from "@/components/ui/format";
import { HoverLink } from "@/components/ui/hover-link";
import { MarginFigure } from "@/components/ui/margin";
import { PartNumber } from "@/components/ui/part-number";
import type { CartDto, CartLineDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";
import { isByUse, soleUse } from "@/lib/domain/pricing/by-use";

type CartLineProps = {
  entry: GroupedLine;
  cart: CartDto;
  digits: { price: number; total: number; margin: number };
  showsCost: boolean;
  onWrite: (write: CartWrite) => void;
};

const indents = ["", "lg:pl-7", "lg:pl-14", "lg:pl-21"];

export function CartLineRow({ entry, cart, digits, showsCost, onWrite }: CartLineProps) {
  const { line, depth, problems } = entry;
  const used = soleUse(line);
  const cost = used ? used.cost : line.cost;
  const remove = () => {
    focusAfterRemoval(line.id);
    onWrite({ kind: "remove", lineId: line.id });
  };
  return (
    <li
      id={lineElementId(line.id)}
      data-cart-line
      tabIndex={-1}
      aria-label={line.name}
      className="scroll-mt-20 px-4 py-2.5 -outline-offset-2 not-last:border-b [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]"
    >
      <div className={`${lineColumns(showsCost)} items-start gap-y-2 max-lg:grid-cols-[1fr_auto]`}>
        <LineName line={line} depth={depth} />
        <div className="max-lg:order-2">
          <LineQuantity line={line} onWrite={onWrite} onRemove={remove} />
        </div>
        {showsCost ? (
          <Figure label="Cost" className="text-ink-muted max-lg:order-4">
            <LineCost cost={cost} price={line.price} digits={digits.price} />
          </Figure>
        ) : null}
        <Figure label="Price" className={`max-lg:order-5 max-lg:text-end ${showsCost ? "" : "max-lg:col-start-2"}`}>
          <LinePrice cart={cart} line={line} digits={digits.price} />
        </Figure>
        <Figure label="Total" className="max-lg:order-3 max-lg:text-end">
          <LineTotal line={line} digits={digits.total} />
        </Figure>
        {showsCost ? (
          <Figure label="Margin" className="max-lg:order-6 max-lg:col-span-2">
            <MarginFigure
              margin={used ? used.margin : line.margin}
              digits={digits.margin}
              unknown={`no margin: ${costUnknownWhy(cost)}`}
            />
          </Figure>
        ) : null}
        <div className="max-lg:order-1 max-lg:col-start-2 max-lg:row-start-1 max-lg:justify-self-end">
          <Button tone="quiet" square aria-label={`Remove ${line.name}`} title="Remove" onClick={remove}>
            <Trash2 aria-hidden="true" />
          </Button>
        </div>
      </div>
      <LineProblems line={line} problems={problems} onWrite={onWrite} />
      <PriceFindings findings={line.findings} label={`Limits the price of ${line.name} breaks`} />
      <LineConfiguration line={line} problems={problems} onWrite={onWrite} />
    </li>
  );
}

function LineName({ line, depth }: { line: CartLineDto; depth: number }) {
  const indent = indents[Math.min(depth, indents.length - 1)] ?? "";
  const used = overuseWords(line);
  const components = line.components.filter((one) => one.price || one.quantity || one.name !== line.name);
  return (
    <div className={`relative min-w-0 ${indent} ${depth > 0 ? "max-lg:pl-5" : ""}`}>
      {depth > 0 ? (
        <>
          <span className="sr-only">Add-on: </span>
          <span
            aria-hidden="true"
            className={`border-line-strong absolute -top-2.5 h-5 w-3 border-b border-l ${depth === 1 ? "left-1.5" : "left-1.5 lg:left-8.5"}`}
          />
        </>
      ) : null}
      <p className="font-medium">
        {line.offered ? (
          <HoverLink href={productPath(line, line.plan ?? undefined)} className="quiet-link">
            {line.name}
          </HoverLink>
        ) : (
          line.name
        )}
        {line.planName && line.planName !== line.name ? (
          <span className="text-ink-muted font-body"> · {line.planName}</span>
        ) : null}
        {line.offered ? null : (
          <Badge tone="loss" className="ml-2" title="Gone from the catalog; take it out before making a quote">
            no longer offered
          </Badge>
        )}
      </p>
      <p className="text-caption text-ink-muted flex flex-wrap items-center gap-x-1.5">
        <PartNumber value={line.partNumber} copy={false} />
        <span aria-hidden="true">·</span>
        <span>{formatBilling(line.billingPeriod)}</span>
        {line.commitment ? (
          <>
            <span aria-hidden="true">·</span>
            <span>{formatPeriod(line.commitment)} commitment</span>
          </>
        ) : null}
      </p>
      {used ? <p className="text-caption text-ink-muted figures">{used}</p> : null}
      {components.length > 0 ? (
        <ul className="text-caption text-ink-muted mt-1 grid gap-0.5">
          {components.map((component) => (
            <li key={component.key}>
              {component.quantity ? `${formatQuantity(component.quantity)} × ` : ""}
              {component.name}
              {component.price ? (
                <>
                  {" at "}
                  <Amount value={component.price} />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Figure({ label, className = "", children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={`figures lg:pt-1.5 lg:text-end ${className}`}>
      <span className="text-caption text-ink-muted lg:sr-only">{label} </span>
      {children}
    </div>
  );
}

type LineCostProps = Pick<CartLineDto, "cost" | "price"> & { digits: number };

function LineCost({ cost: told, price, digits }: LineCostProps) {
  const cost = knownCost(told);
  if (!cost) return <Unknown why={costUnknownWhy(told)} />;
  const elsewhere = foreignCurrency(cost, price);
  return (
    <>
      <Amount value={cost} digits={digits} currency={elsewhere !== null} />
      {cost.estimated ? <span className="text-caption block">estimated</span> : null}
      {elsewhere ? <span className="text-caption block">cost in {elsewhere}</span> : null}
    </>
  );
}

function LineTotal({ line, digits }: { line: CartLineDto; digits: number }) {
  if (!line.total && !isByUse(line)) return <Unknown why="no total without a price" />;
  return (
    <>
      {line.total ? (
        <>
          <span className="font-medium">
            <Amount value={line.total} digits={digits} />
          </span>
          <span className="text-caption text-ink-muted lg:block"> {formatPer(line.billingPeriod)}</span>
        </>
      ) : (
        <Unknown why="no total: billed by use" />
      )}
      {line.setupTotal ? (
        <span className="text-caption text-ink-muted block">
          + <Amount value={line.setupTotal} /> set-up
        </span>
      ) : null}
    </>
  );
}
