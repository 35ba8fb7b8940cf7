"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { PriceExplanationView } from "@/components/pricing/price-explanation";
import { entryText, figuresOf, type PriceField, previewEntry } from "@/components/pricing/price-figures";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { formatDateTime } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { keepCart } from "@/lib/client/active-cart-queries";
import { ApiError } from "@/lib/client/api";
import type { CartDto, CartLineDto } from "@/lib/client/cart-shapes";
import { linePricePath, setLinePrice } from "@/lib/client/pricing-queries";
import type { EntryBasis } from "@/lib/domain/pricing/price-entry";

type LinePriceDialogProps = { cart: CartDto; line: CartLineDto; onClose: () => void };

/** Price, discount, markup and margin of one line, each moving the others; and why it is what it is. */
export function LinePriceDialog({ cart, line, onClose }: LinePriceDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const [wish, setWish] = useState<{ field: PriceField; text: string } | null>(null);
  const [refusal, setRefusal] = useState<{ field: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const basis = basisOf(line, cart.currency);
  const preview = wish
    ? previewEntry(wish.field, wish.text, basis)
    : { figures: figuresOf(basis.price, basis), problem: "" };

  const send = async (text: string | null, reason: string) => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      keepCart(client, await setLinePrice(cart, line.id, { text, reason }));
      announce(text === null ? "Priced by the rules again" : "Price saved");
      onClose();
    } catch (error) {
      setBusy(false);
      setRefusal(refusalOf(error));
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get("reason");
    if (wish) void send(entryText(wish.field, wish.text), typeof reason === "string" ? reason.trim() : "");
  };
  const entry = (field: PriceField, label: string, unit: string) => (
    <Field id={`${id}-${field}`} label={label} hint={unit}>
      <TextInput
        {...fieldControl(`${id}-${field}`, { hint: true })}
        className="figures text-end"
        inputMode="text"
        autoComplete="off"
        maxLength={40}
        value={wish?.field === field ? wish.text : preview.figures[field]}
        onChange={(event) => {
          setRefusal(null);
          setWish({ field, text: event.target.value });
        }}
        onFocus={(event) => event.target.select()}
      />
    </Field>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Price of ${line.name}`}
      wide
      actions={
        <>
          {line.typed ? (
            <Button tone="quiet" className="mr-auto" onClick={() => void send(null, "")}>
              Back to the rules
            </Button>
          ) : null}
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="primary" type="submit" form={id} busy={busy} disabled={wish === null || preview.problem !== ""}>
            Set price
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="grid gap-4">
        <TypedByHand line={line} />
        <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
          {entry("price", "Price", `${basis.currency} per unit`)}
          {basis.list === null ? null : entry("discount", "Discount", "% off list")}
          {basis.cost === null ? null : entry("markup", "Markup", "% of cost")}
          {basis.cost === null ? null : entry("margin", "Margin", "% of price")}
        </div>
        <p className="text-caption text-ink-muted">
          In any field also short: <kbd>+5%</kbd>, <kbd>-3</kbd>, <kbd>*2</kbd>
          {basis.list === null ? null : (
            <>
              , <kbd>d10</kbd> discount
            </>
          )}
          {basis.cost === null ? null : (
            <>
              , <kbd>m20</kbd> margin, <kbd>u15</kbd> markup
            </>
          )}
          . The field written last is what stays when the quantity changes.
        </p>
        <output className="text-table text-low font-medium empty:hidden">{preview.problem}</output>
        {refusal ? (
          <Notice tone="loss" role="alert" title="That was not saved">
            {refusal.message}
          </Notice>
        ) : null}
        <Field id={`${id}-reason`} label="Reason" optional={refusal?.field !== "body.reason"}>
          <TextInput
            {...fieldControl(`${id}-reason`)}
            name="reason"
            maxLength={300}
            defaultValue={line.typed?.reason ?? ""}
          />
        </Field>
      </form>
      <details className="mt-4 border-t pt-3">
        <summary className="font-medium">Why this price?</summary>
        <div className="pt-3">
          <PriceExplanationView path={linePricePath(cart.id, line.id)} />
        </div>
      </details>
    </Dialog>
  );
}

function TypedByHand({ line: { typed } }: { line: CartLineDto }) {
  if (!typed) return null;
  const who = [typed.by ? `by ${typed.by}` : "", typed.at ? `on ${formatDateTime(typed.at)}` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <Notice tone="info">
      Set by hand {who}
      {typed.reason ? `: ${typed.reason}` : ""}
    </Notice>
  );
}

function basisOf({ price, listPrice, cost }: CartLineDto, currency: string): EntryBasis {
  return {
    currency: price?.currency ?? currency,
    price: price?.amount ?? null,
    list: listPrice?.amount ?? null,
    cost: cost && "amount" in cost && cost.currency === price?.currency ? cost.amount : null,
  };
}

function refusalOf(error: unknown): { field: string; message: string } {
  if (!(error instanceof ApiError)) return { field: "", message: "The price could not be saved. Try again." };
  return { field: error.errors[0]?.path ?? "", message: error.errors[0]?.message ?? error.message };
}
