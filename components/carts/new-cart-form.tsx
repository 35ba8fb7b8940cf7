"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import { textOf } from "@/components/quotes/form-refusal";
import { Button } from "@/components/ui/button";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { setActiveCartId } from "@/lib/client/active-cart";
import { keepCart } from "@/lib/client/active-cart-queries";
import { createCart } from "@/lib/client/cart-queries";

const offered = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "PLN"];

export function NewCartForm({ currency }: { currency: string }) {
  const id = useId();
  const router = useRouter();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    try {
      const cart = await createCart({
        name: textOf(form, "name"),
        currency: textOf(form, "currency").toUpperCase(),
      });
      keepCart(client, cart);
      setActiveCartId(cart.id);
      router.push(`/carts/${cart.id}`);
    } catch (refusal) {
      setBusy(false);
      setError(refusal instanceof Error ? refusal.message : "The cart could not be begun.");
    }
  };
  return (
    <form className="panel grid gap-3 p-4" aria-labelledby={`${id}-title`} onSubmit={(event) => void submit(event)}>
      <h2 id={`${id}-title`} className="text-reading font-strong">
        New cart
      </h2>
      <Field id={`${id}-name`} label="Name" error={error}>
        <TextInput
          {...fieldControl(`${id}-name`, { error })}
          name="name"
          required
          maxLength={120}
          autoComplete="off"
          placeholder="Sample customer renewal"
        />
      </Field>
      <Field id={`${id}-currency`} label="Currency" hint="Three letters; everything in a quote has one currency">
        <TextInput
          {...fieldControl(`${id}-currency`, { hint: true })}
          name="currency"
          required
          pattern="[A-Za-z]{3}"
          maxLength={3}
          list={`${id}-currencies`}
          defaultValue={currency}
          autoComplete="off"
          className="max-w-28 uppercase"
        />
        <datalist id={`${id}-currencies`}>
          {offered.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </datalist>
      </Field>
      <Button type="submit" tone="primary" busy={busy} className="justify-self-start">
        Begin cart
      </Button>
    </form>
  );
}
