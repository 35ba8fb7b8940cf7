"use client";

import { ScanSearch } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { OrderCheckResult } from "@/components/carts/order-check-result";
import { textOf } from "@/components/quotes/form-refusal";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { checkOrder, type OrderEstimate } from "@/lib/client/order-check-queries";

type OrderCheckProps = { cartId: string; order: number; vendorLabel: string; showsCost: boolean };

/** Asks the vendor what it would charge for one order of the cart, and what it would add. */
export function OrderCheck({ cartId, order, vendorLabel, showsCost }: OrderCheckProps) {
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <>
      <Button tone="quiet" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ScanSearch aria-hidden="true" />
        Price check
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Price check with ${vendorLabel}`}
        wide
        actions={
          <>
            <Button tone="quiet" onClick={() => setOpen(false)}>
              Close
            </Button>
            <Button tone="primary" type="submit" form={formId} busy={busy}>
              Ask {vendorLabel}
            </Button>
          </>
        }
      >
        <CheckForm
          formId={formId}
          vendorLabel={vendorLabel}
          showsCost={showsCost}
          busy={busy}
          onBusy={setBusy}
          ask={(customerId) => checkOrder(cartId, order, customerId)}
        />
      </Dialog>
    </>
  );
}

type CheckFormProps = {
  formId: string;
  vendorLabel: string;
  showsCost: boolean;
  busy: boolean;
  onBusy: (busy: boolean) => void;
  ask: (customerId: string) => Promise<OrderEstimate>;
};

type Outcome = { estimate: OrderEstimate } | { refusal: string };

function CheckForm({ formId, vendorLabel, showsCost, busy, onBusy, ask }: CheckFormProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const customerId = textOf(new FormData(event.currentTarget), "customerId");
    onBusy(true);
    setOutcome(null);
    try {
      const estimate = await ask(customerId);
      setOutcome({ estimate });
      announce(estimate.message);
    } catch (error) {
      setOutcome({ refusal: error instanceof Error ? error.message : "The price could not be asked for." });
    } finally {
      onBusy(false);
    }
  };
  return (
    <div className="grid gap-4">
      <form id={formId} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-muted">
          {vendorLabel} works out this order as it would charge it, with everything it would add. Nothing is ordered.
        </p>
        <Field
          id={`${id}-customer`}
          label={`Customer’s id at ${vendorLabel}`}
          hint="As it stands in the vendor’s own panel; prices may differ from customer to customer."
          className="max-w-80"
        >
          <TextInput
            {...fieldControl(`${id}-customer`, { hint: true })}
            name="customerId"
            required
            pattern=".*\S.*"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      </form>
      {outcome !== null && "refusal" in outcome ? (
        <Notice tone="loss" role="alert">
          {outcome.refusal}
        </Notice>
      ) : null}
      {outcome !== null && "estimate" in outcome ? (
        <OrderCheckResult estimate={outcome.estimate} showsCost={showsCost} />
      ) : null}
    </div>
  );
}
