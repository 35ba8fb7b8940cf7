"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { textOf } from "@/components/quotes/form-refusal";
import { QuoteForm } from "@/components/quotes/quote-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, Select } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { cartListQuery } from "@/lib/client/active-cart-queries";

type RetakeLinesProps = { number: string; tag: string };

/** A draft takes its lines from a cart; after the cart was changed, it takes them anew at today's prices. */
export function RetakeLines(props: RetakeLinesProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-table text-ink-muted">
        The lines are those of a cart. Change them there, then take them anew.
      </p>
      <Button size="small" tone="quiet" onClick={() => setOpen(true)}>
        <RefreshCw aria-hidden="true" />
        Take lines from a cart
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Take lines from a cart">
        <RetakeForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function RetakeForm({ number, tag, onDone }: RetakeLinesProps & { onDone: () => void }) {
  const { data } = useQuery(cartListQuery);
  const carts = data?.items.filter((cart) => cart.lineCount > 0) ?? [];
  return (
    <QuoteForm
      number={number}
      tag={tag}
      saved="Lines taken at today’s prices"
      submit="Take lines"
      read={(form) => ({ cartId: textOf(form, "cartId") })}
      onDone={onDone}
    >
      {(id, errorAt) => (
        <>
          <p className="text-reading">Every line of the quote is replaced by those of the cart, at today’s prices.</p>
          <Field id={`${id}-cartId`} label="Cart" error={errorAt("cartId")}>
            <Select {...fieldControl(`${id}-cartId`, { error: errorAt("cartId") })} name="cartId" required>
              {carts.map((cart) => (
                <option key={cart.id} value={cart.id}>
                  {cart.name}: {formatCount(cart.lineCount, "line")}, {cart.currency}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </QuoteForm>
  );
}
