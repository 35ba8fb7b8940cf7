import type { FormEvent } from "react";
import { quoteCustomer } from "@/components/customers/quote-customer";
import type { CustomerDto } from "@/lib/contracts/customers";

/** Names to choose from while one is typed. */
export function CustomerNames({ id, customers }: { id: string; customers: readonly CustomerDto[] }) {
  return (
    <datalist id={id}>
      {customers.map((customer) => (
        <option key={customer.id} value={customer.name}>
          {customer.contact ?? customer.name}
        </option>
      ))}
    </datalist>
  );
}

/** Once the name is that of a stored customer, the other entries of the form say what is known of it. */
export function fillFromStored(event: FormEvent<HTMLFormElement>, customers: readonly CustomerDto[]): void {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement) || target.name !== "customer.name") return;
  const stored = customers.find(({ name }) => name === target.value);
  if (!stored) return;
  const { contact = "", email = "", address = [], country = "", language = "" } = quoteCustomer(stored);
  const known = { contact, email, address: address.join("\n"), country, language };
  for (const [name, value] of Object.entries(known)) {
    const field = currentTarget.elements.namedItem(`customer.${name}`);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}
