"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Amount, Unknown } from "@/components/ui/amount";
import { formatMoney } from "@/components/ui/format";
import type { CartDto, CartLineDto } from "@/lib/client/cart-shapes";
import { isByUse } from "@/lib/domain/pricing/by-use";

const LinePriceDialog = dynamic(() =>
  import("@/components/pricing/line-price-dialog").then((module) => module.LinePriceDialog),
);

type LinePriceProps = { cart: CartDto; line: CartLineDto; digits: number };

/** The unit price, which opens to be changed or explained. */
export function LinePrice({ cart, line, digits }: LinePriceProps) {
  const [open, setOpen] = useState(false);
  if (isByUse(line)) return <span className="text-ink-muted">by use</span>;
  if (!line.price) return <Unknown why="no price in this currency" />;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={`Price of ${line.name}: ${formatMoney(line.price)}. Change it or see why`}
        title="Change the price or see why it is so"
        className="decoration-line-control hover:text-accent hover:decoration-accent underline decoration-dotted underline-offset-4"
        onClick={() => setOpen(true)}
      >
        <Amount value={line.price} digits={digits} currency={line.price.currency !== cart.currency} />
      </button>
      {line.typed ? <span className="text-caption text-ink-muted block">set by hand</span> : null}
      {open ? (
        <div className="contents text-start">
          <LinePriceDialog cart={cart} line={line} onClose={() => setOpen(false)} />
        </div>
      ) : null}
    </>
  );
}
