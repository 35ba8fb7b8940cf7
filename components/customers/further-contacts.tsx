"use client";

import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import type { CustomerEntry } from "@/lib/contracts/customers";

type Contact = CustomerEntry["contacts"][number];

type FurtherContactsProps = {
  contacts: readonly Contact[];
  errorAt: (path: string) => string | undefined;
  onChange: (contacts: Contact[]) => void;
};

const MOST = 20;
const nobody: Contact = { name: "", email: null, role: null };

/** People at the customer besides the one a quote is addressed to. */
export function FurtherContacts({ contacts, errorAt, onChange }: FurtherContactsProps) {
  const id = useId();
  const change = (at: number, part: Partial<Contact>) =>
    onChange(contacts.map((contact, index) => (index === at ? Object.assign({}, contact, part) : contact)));
  const entry = (at: number, name: keyof Contact, label: string, type = "text") => {
    const field = `${id}-${at}-${name}`;
    const error = errorAt(`contacts.${at}.${name}`);
    return (
      <Field id={field} label={label} optional={name !== "name"} error={error}>
        <TextInput
          {...fieldControl(field, { error })}
          type={type}
          required={name === "name"}
          maxLength={200}
          autoComplete="off"
          value={contacts[at]?.[name] ?? ""}
          onChange={(event) => change(at, { [name]: event.target.value || (name === "name" ? "" : null) })}
        />
      </Field>
    );
  };
  return (
    <fieldset className="border-t pt-3">
      <legend className="float-left w-full pb-2 font-strong">Further contacts</legend>
      <div className="clear-both grid gap-3">
        {contacts.map((contact, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows are only ever added at the end or taken out
          <div key={at} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
            {entry(at, "name", "Name")}
            {entry(at, "role", "Role")}
            {entry(at, "email", "Mail", "email")}
            <Button
              tone="quiet"
              square
              aria-label={`Remove the contact ${contact.name || at + 1}`}
              onClick={() => onChange(contacts.filter((_, index) => index !== at))}
            >
              <X aria-hidden="true" />
            </Button>
          </div>
        ))}
        {contacts.length < MOST ? (
          <Button size="small" className="justify-self-start" onClick={() => onChange([...contacts, nobody])}>
            <Plus aria-hidden="true" />
            Add a contact
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
