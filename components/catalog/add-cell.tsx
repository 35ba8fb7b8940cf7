"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import type { CartActions } from "@/components/catalog/use-cart-actions";
import { notOrderableSentence } from "@/components/catalog/cost-words";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { formatQuantity } from "@/components/ui/format";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import type { ProductSummary } from "@/lib/contracts/catalog";

type AddCellProps = { product: ProductSummary; cart: CartActions };

/** Add puts the minimum quantity into the active cart and becomes the stepper of that line; focus stays here. */
export function AddCell({ product, cart }: AddCellProps) {
  const line = cart.lineOf(product);
  const refusal = cart.refusalOf(product);
  const cell = useRef<HTMLSpanElement>(null);
  const pressed = useRef(false);

  useEffect(() => {
    if (!line || !pressed.current) return;
    pressed.current = false;
    cell.current?.querySelector<HTMLButtonElement>("button:last-of-type")?.focus({ preventScroll: true });
  }, [line]);

  if (line) {
    return (
      <span ref={cell}>
        <QuantityStepper
          size="small"
          name={`In cart: ${product.name}`}
          value={line.quantity}
          minimum={offerQuantity(line)}
          maximum={line.maximum}
          onChange={(quantity) => cart.setQuantity(line.id, quantity)}
        />
      </span>
    );
  }
  if (!product.orderable) {
    return (
      <span className="text-caption text-ink-muted" title={notOrderableSentence(product.notOrderable) ?? undefined}>
        not orderable
      </span>
    );
  }
  if (cart.isAdding(product))
    return <span className="text-good text-table font-medium">In cart: {formatQuantity(offerQuantity(product))}</span>;
  return (
    <button
      type="button"
      className="btn"
      data-tone="plain"
      data-size="small"
      data-add
      title={refusal ?? undefined}
      aria-label={`Add ${product.name}`}
      onClick={() => {
        pressed.current = true;
        cart.add(product);
      }}
    >
      <Plus aria-hidden="true" className="size-3.5!" />
      {refusal === null ? "Add" : "Try again"}
    </button>
  );
}
