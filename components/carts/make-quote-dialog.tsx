"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useRef, useState, type FormEvent } from "react";
import { CustomerNames, fillFromStored } from "@/components/customers/customer-names";
import { quoteCustomer } from "@/components/customers/quote-customer";
import { CustomerFields, readCustomer } from "@/components/quotes/customer-fields";
import { addDays, today } from "@/components/quotes/calendar-day";
import { type FormRefusal, formRefusal, textOf } from "@/components/quotes/form-refusal";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary, Field, fieldControl, TextArea, TextInput } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { CartDto } from "@/lib/client/cart-shapes";
import { customersQuery } from "@/lib/client/customer-queries";
import { createQuote } from "@/lib/client/quote-queries";

type MakeQuoteDialogProps = { cart: CartDto; open: boolean; onClose: () => void };

const VALID_FOR_DAYS = 30;

export function MakeQuoteDialog({ cart, open, onClose }: MakeQuoteDialogProps) {
  const formId = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Make a quote"
      wide
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="primary" type="submit" form={formId} busy={busy}>
            Make draft quote
          </Button>
        </>
      }
    >
      <MakeQuoteForm cart={cart} formId={formId} onBusy={setBusy} busy={busy} />
    </Dialog>
  );
}

type FormProps = { cart: CartDto; formId: string; busy: boolean; onBusy: (busy: boolean) => void };

function MakeQuoteForm({ cart, formId, busy, onBusy }: FormProps) {
  const router = useRouter();
  const id = useId();
  // One key per opened dialog: a second press or a lost answer never makes a second quote.
  const key = useRef("");
  const [refusal, setRefusal] = useState<FormRefusal | null>(null);
  const customers = useQuery(customersQuery).data?.items ?? [];
  const own = customers.find((customer) => customer.id === cart.customer?.id);
  const errorAt = (path: string) => refusal?.errors.find((error) => error.path === path)?.message;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    key.current ||= crypto.randomUUID();
    const form = new FormData(event.currentTarget);
    const customer = readCustomer(form);
    onBusy(true);
    setRefusal(null);
    try {
      const quote = await createQuote(
        {
          cartId: cart.id,
          customer,
          customerId: customers.find(({ name }) => name === customer.name)?.id,
          validUntil: textOf(form, "validUntil") || undefined,
          title: textOf(form, "title") || undefined,
          notes: textOf(form, "notes") || undefined,
        },
        key.current,
      );
      router.push(`/quotes/${quote.number}`);
    } catch (error) {
      key.current = "";
      onBusy(false);
      setRefusal(formRefusal(error, "The quote could not be made."));
      requestAnimationFrame(() => document.getElementById(`${id}-errors`)?.focus());
    }
  };
  return (
    <form
      id={formId}
      className="grid gap-4"
      onInput={(event) => fillFromStored(event, customers)}
      onSubmit={(event) => void submit(event)}
    >
      {refusal ? (
        <ErrorSummary
          id={`${id}-errors`}
          title={refusal.message}
          errors={refusal.errors.map((error) => ({ field: `${id}-${error.path}`, message: error.message }))}
        />
      ) : null}
      <Leftovers cart={cart} />
      <CustomerFields
        id={id}
        nameList={`${id}-customers`}
        {...(own ? { customer: quoteCustomer(own) } : {})}
        errorAt={errorAt}
      />
      <CustomerNames id={`${id}-customers`} customers={customers} />
      <div className="grid gap-4 border-t pt-4 sm:grid-cols-2">
        <Field id={`${id}-title`} label="Title" optional error={errorAt("title")} className="sm:col-span-2">
          <TextInput {...fieldControl(`${id}-title`)} name="title" maxLength={200} defaultValue={cart.name} />
        </Field>
        <Field
          id={`${id}-validUntil`}
          label="Valid until"
          hint="Through the end of this day"
          error={errorAt("validUntil")}
        >
          <TextInput
            {...fieldControl(`${id}-validUntil`, { hint: true, error: errorAt("validUntil") })}
            type="date"
            name="validUntil"
            required
            min={today()}
            defaultValue={addDays(today(), VALID_FOR_DAYS)}
          />
        </Field>
        <Field id={`${id}-notes`} label="Note on the quote" optional className="sm:col-span-2">
          <TextArea {...fieldControl(`${id}-notes`)} name="notes" maxLength={5000} rows={3} />
        </Field>
      </div>
    </form>
  );
}

function Leftovers({ cart }: { cart: CartDto }) {
  const gone = cart.lines.filter((line) => !line.offered).length;
  const problems = cart.problems.length;
  if (gone === 0 && problems === 0) return null;
  return (
    <Notice tone="low">
      {problems > 0 ? (
        <p>{formatCount(problems, "problem")} in this cart: the quote can be drafted with it, but not sent.</p>
      ) : null}
      {gone > 0 ? (
        <p>{formatCount(gone, "line")} no longer offered: take it out first, a quote cannot hold it.</p>
      ) : null}
    </Notice>
  );
}
