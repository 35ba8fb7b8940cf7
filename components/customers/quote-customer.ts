import type { Customer } from "@/lib/client/quote-shapes";
import type { CustomerDto } from "@/lib/contracts/customers";

/** The part of a stored customer that a quote says. */
export function quoteCustomer({ name, contact, email, address, country, language }: CustomerDto): Customer {
  return {
    name,
    ...(contact ? { contact } : {}),
    ...(email ? { email } : {}),
    ...(address.length > 0 ? { address } : {}),
    ...(country ? { country } : {}),
    ...(language ? { language } : {}),
  };
}
