"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatQuantity } from "@/components/ui/format";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import type { CartLineDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";

const SETTLED_AFTER_MS = 350;

type LineQuantityProps = { line: CartLineDto; onWrite: (write: CartWrite) => void; onRemove: () => void };

/** Steps in quick succession are saved once; 0 asks whether the line should go. */
export function LineQuantity({ line, onWrite, onRemove }: LineQuantityProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [limit, setLimit] = useState("");
  const asksToRemove = wanted === "0";

  useEffect(() => {
    if (wanted === null || wanted === "0") return undefined;
    const timer = setTimeout(() => {
      setWanted(null);
      if (compareDecimals(decimal(wanted), decimal(line.quantity)) !== 0) {
        onWrite({ kind: "quantity", lineId: line.id, quantity: wanted });
      }
    }, SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted, line.id, line.quantity, onWrite]);

  const choose = (quantity: string) => {
    const isZero = compareDecimals(decimal(quantity), decimal("0")) === 0;
    const tooLow = !isZero && compareDecimals(decimal(quantity), decimal(line.minimum)) < 0;
    setLimit(tooLow ? `min ${formatQuantity(line.minimum)}` : "");
    setWanted(isZero ? "0" : tooLow ? line.minimum : quantity);
  };
  return (
    <div className="grid justify-items-start gap-1">
      <QuantityStepper
        value={wanted ?? line.quantity}
        least="0"
        minimum={line.minimum}
        maximum={line.maximum}
        name={`Quantity of ${line.name}`}
        onChange={choose}
      />
      {limit ? <output className="text-caption text-low">{limit}</output> : null}
      {asksToRemove ? (
        <div role="alert" className="text-caption grid gap-1">
          <span>Remove this line?</span>
          <span className="flex gap-1">
            <Button size="small" tone="danger" onClick={onRemove}>
              Remove
            </Button>
            <Button size="small" tone="quiet" onClick={() => setWanted(null)}>
              Keep {formatQuantity(line.quantity)}
            </Button>
          </span>
        </div>
      ) : null}
    </div>
  );
}
