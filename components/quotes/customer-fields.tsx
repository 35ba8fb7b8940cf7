"use client";

import { Field, fieldControl, TextArea, TextInput } from "@/components/ui/field";
import type { Customer } from "@/lib/client/quote-shapes";

type CustomerFieldsProps = {
  /** Prefix of the controls' ids; each ends with the path of its value, as refusals name it. */
  id: string;
  customer?: Customer;
  /** Id of a datalist with names to choose from. */
  nameList?: string;
  errorAt: (path: string) => string | undefined;
};

export function CustomerFields({ id, customer, nameList, errorAt }: CustomerFieldsProps) {
  const field = (name: string, hint = false) => {
    const path = `customer.${name}`;
    const error = errorAt(path);
    return { id: `${id}-${path}`, error, control: fieldControl(`${id}-${path}`, { hint, error }) };
  };
  const name = field("name");
  const contact = field("contact");
  const email = field("email");
  const address = field("address", true);
  const country = field("country", true);
  const language = field("language", true);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field id={name.id} label="Customer" error={name.error} className="sm:col-span-2">
        <TextInput
          {...name.control}
          name="customer.name"
          required
          maxLength={200}
          list={nameList}
          autoComplete={nameList ? "off" : "organization"}
          defaultValue={customer?.name}
        />
      </Field>
      <Field id={contact.id} label="Contact" optional error={contact.error}>
        <TextInput
          {...contact.control}
          name="customer.contact"
          maxLength={200}
          autoComplete="off"
          defaultValue={customer?.contact}
        />
      </Field>
      <Field id={email.id} label="Mail" optional error={email.error}>
        <TextInput
          {...email.control}
          type="email"
          name="customer.email"
          maxLength={254}
          autoComplete="off"
          defaultValue={customer?.email}
        />
      </Field>
      <Field
        id={address.id}
        label="Address"
        optional
        hint="As it stands on the letter, up to six lines"
        error={address.error}
      >
        <TextArea
          {...address.control}
          name="customer.address"
          rows={3}
          autoComplete="off"
          defaultValue={customer?.address?.join("\n")}
        />
      </Field>
      <Field
        id={country.id}
        label="Country"
        optional
        hint="Two letters, such as US; it chooses the paper"
        error={country.error}
      >
        <TextInput
          {...country.control}
          name="customer.country"
          maxLength={2}
          pattern="[A-Za-z]{2}"
          className="max-w-24 uppercase"
          autoComplete="country"
          defaultValue={customer?.country}
        />
      </Field>
      <Field
        id={language.id}
        label="Language"
        optional
        hint="Such as en or de-DE; quotes write figures and dates as it does"
        error={language.error}
      >
        <TextInput
          {...language.control}
          name="customer.language"
          maxLength={5}
          pattern="[a-z]{2}(-[A-Z]{2})?"
          className="max-w-24"
          autoComplete="off"
          defaultValue={customer?.language}
        />
      </Field>
    </div>
  );
}

/** What the fields say; empty ones are left out. */
export function readCustomer(form: FormData): Customer {
  const text = (name: string) => {
    const value = form.get(`customer.${name}`);
    return typeof value === "string" ? value.trim() : "";
  };
  const address = text("address")
    .split("\n")
    .map((row) => row.trim())
    .filter(Boolean);
  return {
    name: text("name"),
    ...(text("contact") ? { contact: text("contact") } : {}),
    ...(text("email") ? { email: text("email") } : {}),
    ...(address.length > 0 ? { address } : {}),
    ...(text("country") ? { country: text("country").toUpperCase() } : {}),
    ...(text("language") ? { language: text("language") } : {}),
  };
}
