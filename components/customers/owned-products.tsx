"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { getJson } from "@/lib/client/api";
import type { ProductList } from "@/lib/contracts/catalog";
import type { CustomerDto } from "@/lib/contracts/customers";

type Owned = CustomerDto["owned"];
type OwnedProductsProps = { owned: Owned; onChange: (owned: Owned) => void };

const FOUND = 6;

/** What the customer already has: it meets requirements of what is quoted. */
export function OwnedProducts({ owned, onChange }: OwnedProductsProps) {
  const id = useId();
  const [text, setText] = useState("");
  const wanted = text.trim();
  const { data } = useQuery({
    queryKey: ["products", "owned", wanted],
    queryFn: ({ signal }) => getJson<ProductList>("/api/products", { search: { q: wanted, pageSize: FOUND }, signal }),
    enabled: wanted.length > 1,
  });
  const has = (vendor: string, key: string) => owned.some((one) => one.vendor === vendor && one.key === key);
  const found = wanted.length > 1 ? (data?.items ?? []).filter(({ vendor, key }) => !has(vendor, key)) : [];
  return (
    <section aria-labelledby={`${id}-owned`} className="mt-5 border-t pt-3">
      <h3 id={`${id}-owned`} className="font-strong">
        Owned products
      </h3>
      <p className="text-table text-ink-muted">
        They meet what other products need, in carts and quotes for this customer.
      </p>
      {owned.length > 0 ? (
        <ul className="mt-2 grid gap-1">
          {owned.map(({ vendor, key, name, offered }) => (
            <li key={`${vendor} ${key}`} className="flex items-center justify-between gap-3">
              <span>
                {name}
                {offered ? null : (
                  <Badge tone="neutral" className="ml-2">
                    no longer offered
                  </Badge>
                )}
              </span>
              <Button
                tone="quiet"
                size="small"
                square
                aria-label={`${name} is not owned`}
                onClick={() => onChange(owned.filter((one) => one.vendor !== vendor || one.key !== key))}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Field id={`${id}-find`} label="Add a product" className="mt-3" hint="Name or part number">
        <TextInput
          {...fieldControl(`${id}-find`, { hint: true })}
          type="search"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {found.length > 0 ? (
        <ul className="panel mt-1 p-1" aria-label="Products found">
          {found.map(({ vendor, key, name, partNumber }) => (
            <li key={`${vendor} ${key}`}>
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  onChange([...owned, { vendor, key, name, offered: true }]);
                  setText("");
                }}
              >
                {name}
                <span className="part-number text-ink-muted">{partNumber}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
