"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { AgreedPrices } from "@/components/customers/agreed-prices";
import { FurtherContacts } from "@/components/customers/further-contacts";
import { OwnedProducts } from "@/components/customers/owned-products";
import { quoteCustomer } from "@/components/customers/quote-customer";
import { CustomerFields, readCustomer } from "@/components/quotes/customer-fields";
import { formRefusal, textOf } from "@/components/quotes/form-refusal";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary, Field, fieldControl, TextInput } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { customersQuery, removeCustomer, saveCustomer } from "@/lib/client/customer-queries";
import type { CustomerDto, CustomerEntry } from "@/lib/contracts/customers";
import type { PriceRuleDto } from "@/lib/contracts/price-rules";

type CustomerDialogProps = {
  customer: CustomerDto | null;
  /** Price rules made for them; null for those who may not see rules. */
  agreed: readonly PriceRuleDto[] | null;
  vendors: Readonly<Record<string, string>>;
  onClose: () => void;
};

export function CustomerDialog({ customer, agreed, vendors, onClose }: CustomerDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const [contacts, setContacts] = useState<CustomerEntry["contacts"]>(customer?.contacts ?? []);
  const [owned, setOwned] = useState<CustomerDto["owned"]>(customer?.owned ?? []);
  const done = async (text: string) => {
    await client.invalidateQueries({ queryKey: customersQuery.queryKey });
    toast(text);
    onClose();
  };
  const save = useMutation({
    mutationFn: (entry: CustomerEntry) => saveCustomer(entry, customer),
    onSuccess: ({ name }) => done(`${name} saved`),
  });
  const remove = useMutation({
    mutationFn: async () => (customer ? removeCustomer(customer) : undefined),
    onSuccess: () => done("Customer removed; carts and quotes keep it"),
  });
  const failed = save.error ?? remove.error;
  const refusal = failed ? formRefusal(failed, "The customer could not be saved.") : null;
  const errorAt = (path: string) => refusal?.errors.find((error) => `customer.${error.path}` === path)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!save.isPending) save.mutate(entryOf(form, { contacts, owned }));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={customer ? customer.name : "New customer"}
      wide
      actions={
        <>
          {customer ? (
            <Button tone="danger" className="mr-auto" busy={remove.isPending} onClick={() => remove.mutate()}>
              Remove
            </Button>
          ) : null}
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="primary" type="submit" form={id} busy={save.isPending}>
            Save customer
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="grid gap-4">
        {refusal ? (
          <ErrorSummary
            id={`${id}-errors`}
            title={refusal.message}
            errors={refusal.errors.map(({ path, message }) => ({ field: `${id}-customer.${path}`, message }))}
          />
        ) : null}
        <CustomerFields id={id} {...(customer ? { customer: quoteCustomer(customer) } : {})} errorAt={errorAt} />
        <div className="border-t pt-4">
          <Field
            id={`${id}-customer.currency`}
            label="Currency"
            optional
            hint="Three letters, such as EUR"
            error={errorAt("customer.currency")}
          >
            <TextInput
              {...fieldControl(`${id}-customer.currency`, { hint: true, error: errorAt("customer.currency") })}
              name="currency"
              maxLength={3}
              pattern="[A-Za-z]{3}"
              className="max-w-24 uppercase"
              defaultValue={customer?.currency ?? ""}
            />
          </Field>
        </div>
        <FurtherContacts contacts={contacts} errorAt={(path) => errorAt(`customer.${path}`)} onChange={setContacts} />
      </form>
      <OwnedProducts owned={owned} onChange={setOwned} />
      {customer && agreed ? <AgreedPrices rules={agreed} vendors={vendors} /> : null}
    </Dialog>
  );
}

type Kept = { readonly contacts: CustomerEntry["contacts"]; readonly owned: CustomerDto["owned"] };

function entryOf(form: FormData, { contacts, owned }: Kept): CustomerEntry {
  const { name, contact = null, email = null, address = [], country = null, language = null } = readCustomer(form);
  return {
    name,
    contact,
    email,
    contacts,
    address,
    country,
    currency: textOf(form, "currency").toUpperCase() || null,
    language,
    owned: owned.map(({ vendor, key }) => ({ vendor, key })),
  };
}
