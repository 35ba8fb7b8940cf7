import type { CustomerDto } from "@/lib/contracts/customers";
import type { ProductRef } from "@/lib/domain/catalog/product";
import {
  findCustomer,
  readCustomers,
  requireCustomer,
  type StoredCustomer,
} from "@/lib/server/customers/customer-store";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

export async function listCustomers(
  desk: Desk,
  _viewer: Viewer,
  text = "",
): Promise<{ items: CustomerDto[]; total: number }> {
  const items = (await readCustomers(desk.db, text)).map((customer) => toCustomerDto(desk, customer));
  return { items, total: items.length };
}

export async function readCustomer(desk: Desk, _viewer: Viewer, id: string): Promise<CustomerDto> {
  return toCustomerDto(desk, await requireCustomer(desk.db, id));
}

export function toCustomerDto(
  desk: Pick<Desk, "catalog">,
  { id, version, updatedAt, entry }: StoredCustomer,
): CustomerDto {
  const { name, contact, email, contacts, address, country, currency, language } = entry;
  return {
    id,
    version,
    updatedAt,
    name,
    contact,
    email,
    contacts: contacts.map((one) => ({ name: one.name, role: one.role, email: one.email })),
    address,
    country,
    currency,
    language,
    owned: entry.owned.map((ref) => {
      const product = desk.catalog.find(ref);
      return { vendor: ref.vendor, key: ref.key, name: product?.name ?? ref.key, offered: product !== null };
    }),
  };
}

/** What prices and requirements ask of the customer a cart is for. */
export type CartCustomer = { readonly id: string; readonly name: string; readonly owned: readonly ProductRef[] };

export async function cartCustomer(
  desk: Pick<Desk, "db">,
  { customer: id }: { readonly customer?: string | undefined },
): Promise<CartCustomer | null> {
  const found = id === undefined ? null : await findCustomer(desk.db, id);
  return found && { id: found.id, name: found.entry.name, owned: found.entry.owned };
}
