import { queryOptions } from "@tanstack/react-query";
import { callApi, getJson, pathOf } from "@/lib/client/api";
import type { CartDto } from "@/lib/client/cart-shapes";
import type { CustomerDto, CustomerEntry } from "@/lib/contracts/customers";

export const customersQuery = queryOptions({
  queryKey: ["customers"],
  queryFn: ({ signal }) => getJson<{ items: CustomerDto[]; total: number }>("/api/customers", { signal }),
});

export async function saveCustomer(entry: CustomerEntry, before: CustomerDto | null): Promise<CustomerDto> {
  if (!before) return (await callApi<CustomerDto>("POST", "/api/customers", { body: entry })).body;
  return (await callApi<CustomerDto>("PUT", customerPath(before), { body: entry, headers: seen(before) })).body;
}

export async function removeCustomer(customer: CustomerDto): Promise<void> {
  await callApi("DELETE", customerPath(customer), { headers: seen(customer) });
}

/** Prices of the cart and what counts as owned follow the customer; null = nobody in particular. */
export async function setCartCustomer(cart: CartDto, customer: string | null): Promise<CartDto> {
  const headers = { "If-Match": `"${cart.version}"` };
  return (await callApi<CartDto>("PATCH", `/api${pathOf("carts", cart.id)}`, { body: { customer }, headers })).body;
}

/** Prices the cart anew; nothing is converted. */
export async function setCartCurrency(cart: CartDto, currency: string): Promise<CartDto> {
  const headers = { "If-Match": `"${cart.version}"` };
  return (await callApi<CartDto>("PATCH", `/api${pathOf("carts", cart.id)}`, { body: { currency }, headers })).body;
}

function customerPath({ id }: CustomerDto): string {
  return `/api${pathOf("customers", id)}`;
}

function seen({ version }: CustomerDto) {
  return { "If-Match": `"${version}"` };
}
