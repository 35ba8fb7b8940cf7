import type { PriceEntry } from "@/lib/contracts/price-rules";
import type { Desk } from "@/lib/server/desk";
import { readCustomers } from "@/lib/server/customers/customer-store";

/** What of the names in a rule's scope nobody answers to today, in sentences; such a rule is kept but prices nothing. */
export type UnknownNames = (scope: PriceEntry["scope"]) => string[];

export async function unknownNames({ db, catalog }: Pick<Desk, "db" | "catalog">): Promise<UnknownNames> {
  const customers = new Set((await readCustomers(db)).map(({ id }) => id));
  const isVendor = (vendor: string) => vendor in catalog.asOf;
  return ({ vendor, product, customer }) => {
    const unknown: string[] = [];
    const named = [...new Set([vendor, product?.vendor])].filter((name) => name !== undefined);
    for (const name of named) if (!isVendor(name)) unknown.push(`No catalog of a vendor “${name}” is here.`);
    if (product && isVendor(product.vendor) && !catalog.find(product)) {
      unknown.push(`There is no product “${product.key}” in the catalog.`);
    }
    if (customer !== undefined && !customers.has(customer)) unknown.push("There is no such customer.");
    return unknown;
  };
}
