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
    // Add went away with the focus on it; whoever has gone on meanwhile is not called back.
    if (document.activeElement !== document.body) return;
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
  const isAdding = cart.isAdding(product);
  const adding = `In cart: ${formatQuantity(offerQuantity(product))}`;
  return (
    <button
      type="button"
      className="btn"
      data-tone={isAdding ? "quiet" : "plain"}
      data-size="small"
      data-add
      title={refusal ?? undefined}
      aria-label={isAdding ? `${adding}, ${product.name}` : `Add ${product.name}`}
      aria-disabled={isAdding || undefined}
      onClick={() => {
        pressed.current = true;
        cart.add(product);
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) pressed.current = false;
      }}
    >
      {isAdding ? null : <Plus aria-hidden="true" className="size-3.5!" />}
      {isAdding ? adding : refusal === null ? "Add" : "Try again"}
    </button>
  );
}
