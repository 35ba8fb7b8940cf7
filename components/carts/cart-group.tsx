"use client";

import { Download } from "lucide-react";
import { CartLineRow } from "@/components/carts/cart-line";
import { OrderCheck } from "@/components/carts/order-check";
import type { CartGroup } from "@/components/carts/cart-groups";
import { lineColumns } from "@/components/carts/line-columns";
import { columnDigits } from "@/components/ui/amount";
import type { CartDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";

type CartGroupProps = {
  cart: CartDto;
  group: CartGroup;
  showsCost: boolean;
  /** The vendor prices an order when it is asked. */
  checksPrices: boolean;
  onWrite: (write: CartWrite) => void;
};

/** One order to be: its lines share columns with every other group, so that figures align down the page. */
export function CartGroupSection({ cart, group, showsCost, checksPrices, onWrite }: CartGroupProps) {
  const headingId = `group-${group.key}`;
  const lines = cart.lines;
  const digits = {
    price: columnDigits(lines.map((line) => line.price)),
    total: columnDigits(lines.map((line) => line.total)),
    margin: columnDigits(lines.map((line) => line.margin ?? null)),
  };
  return (
    <section aria-labelledby={headingId} className="panel">
      <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b px-4 py-1.5">
        <h2 id={headingId} className="text-reading font-strong">
          {group.order === null ? (
            "Not part of any order"
          ) : (
            <>
              {[group.vendorLabel, group.service].filter(Boolean).join(" · ")}
              <span className="text-ink-muted text-table font-body"> — becomes 1 order</span>
            </>
          )}
        </h2>
        {group.order === null ? null : (
          <div className="flex flex-wrap items-center gap-1">
            {checksPrices ? (
              <OrderCheck cartId={cart.id} order={group.order} vendorLabel={group.vendorLabel} showsCost={showsCost} />
            ) : null}
            <a
              className="btn"
              data-tone="quiet"
              data-size="small"
              href={`/api/carts/${encodeURIComponent(cart.id)}/orders/${group.order}`}
              download={`order-${group.order}-${group.vendorLabel}.json`.toLowerCase().replaceAll(" ", "-")}
            >
              <Download aria-hidden="true" />
              Order draft
            </a>
          </div>
        )}
      </header>
      <div aria-hidden="true" className="text-caption text-ink-muted hidden border-b px-4 py-1.5 font-medium lg:block">
        <div className={lineColumns(showsCost)}>
          <span>Product</span>
          <span>Quantity</span>
          {showsCost ? <span className="text-end">Cost</span> : null}
          <span className="text-end">Price</span>
          <span className="text-end">Total</span>
          {showsCost ? <span className="text-end">Margin (of price)</span> : null}
        </div>
      </div>
      <ul>
        {group.lines.map((entry) => (
          <CartLineRow
            key={entry.line.id}
            entry={entry}
            cart={cart}
            digits={digits}
            showsCost={showsCost}
            onWrite={onWrite}
          />
        ))}
      </ul>
    </section>
  );
}
