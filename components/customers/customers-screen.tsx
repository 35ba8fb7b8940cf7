"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { CustomerDialog } from "@/components/customers/customer-dialog";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { customersQuery } from "@/lib/client/customer-queries";
import type { CustomerDto } from "@/lib/contracts/customers";
import type { PriceRuleDto } from "@/lib/contracts/price-rules";

type CustomersScreenProps = {
  /** Price rules made for single customers; null for those who may not see rules. */
  rules: readonly PriceRuleDto[] | null;
  vendors: Readonly<Record<string, string>>;
};

export function CustomersScreen({ rules, vendors }: CustomersScreenProps) {
  const { data, error, refetch } = useQuery(customersQuery);
  const [open, setOpen] = useState<{ customer: CustomerDto | null } | null>(null);
  const [text, setText] = useState("");
  if (error && !data) {
    return (
      <Notice tone="loss" role="alert" actions={<Button onClick={() => void refetch()}>Try again</Button>}>
        {error.message}
      </Notice>
    );
  }
  if (!data) return <Skeleton className="h-64 w-full" />;
  const wanted = text.trim().toLowerCase();
  const shown = data.items.filter(({ name, contact }) => `${name} ${contact ?? ""}`.toLowerCase().includes(wanted));
  const add = (
    <Button tone="primary" onClick={() => setOpen({ customer: null })}>
      <Plus aria-hidden="true" />
      Add customer
    </Button>
  );
  return (
    <>
      {data.total > 0 ? (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <input
            type="search"
            aria-label="Find a customer"
            placeholder="Name or contact"
            className="control max-w-72"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {add}
        </div>
      ) : null}
      <div className="panel overflow-x-auto">
        {shown.length > 0 ? (
          <CustomerTable customers={shown} onOpen={(customer) => setOpen({ customer })} />
        ) : data.total > 0 ? (
          <EmptyState title="No customer matches" action={<Button onClick={() => setText("")}>Show all</Button>} />
        ) : (
          <EmptyState title="No customers yet" action={add}>
            <p>A customer’s currency, agreed prices and products owned follow into carts and quotes.</p>
          </EmptyState>
        )}
      </div>
      {open ? (
        <CustomerDialog
          key={open.customer?.id ?? "new"}
          customer={open.customer}
          agreed={rules?.filter(({ entry }) => entry.scope.customer === open.customer?.id) ?? null}
          vendors={vendors}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

type CustomerTableProps = { customers: readonly CustomerDto[]; onOpen: (customer: CustomerDto) => void };

function CustomerTable({ customers, onOpen }: CustomerTableProps) {
  return (
    <table className="ledger">
      <caption className="sr-only">{formatCount(customers.length, "customer")}</caption>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col" className="max-md:hidden">
            Contact
          </th>
          <th scope="col" className="max-md:hidden">
            Mail
          </th>
          <th scope="col" className="max-md:hidden">
            Currency
          </th>
          <th scope="col" className="num">
            Owns
          </th>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <tr key={customer.id}>
            <th scope="row" className="min-w-48 py-2 text-start font-medium">
              <button type="button" aria-haspopup="dialog" className="link text-start" onClick={() => onOpen(customer)}>
                {customer.name}
              </button>
              <Narrow customer={customer} />
            </th>
            <td className="max-md:hidden">{customer.contact ?? ""}</td>
            <td className="max-md:hidden">{customer.email ?? ""}</td>
            <td className="max-md:hidden">{customer.currency ?? ""}</td>
            <td className="num">{customer.owned.length === 0 ? "" : formatCount(customer.owned.length, "product")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone what has columns of its own elsewhere stands under the name. */
function Narrow({ customer: { contact, email, currency } }: { customer: CustomerDto }) {
  const lines = [contact, email, currency].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <ul className="text-table text-ink-muted font-body mt-0.5 md:hidden">
      {lines.map((line) => (
        <li key={line} className="wrap-anywhere">
          {line}
        </li>
      ))}
    </ul>
  );
}
