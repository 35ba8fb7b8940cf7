"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { PriceExplanationView } from "@/components/pricing/price-explanation";
import { Field, fieldControl, Select, TextInput } from "@/components/ui/field";
import { customersQuery } from "@/lib/client/customer-queries";

/** Why a product has its price: today and for nobody in particular, or on another day and for one customer. */
export function PriceQuestion({ path }: { path: string }) {
  const id = useId();
  const [day, setDay] = useState("");
  const [customer, setCustomer] = useState("");
  const customers = useQuery(customersQuery).data?.items ?? [];
  return (
    <div className="grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field id={`${id}-day`} label="On this day" hint="Empty: today">
          <TextInput
            {...fieldControl(`${id}-day`, { hint: true })}
            type="date"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </Field>
        {customers.length > 0 ? (
          <Field id={`${id}-customer`} label="For this customer">
            <Select
              {...fieldControl(`${id}-customer`)}
              value={customer}
              onChange={(event) => setCustomer(event.target.value)}
            >
              <option value="">Nobody in particular</option>
              {customers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
      </div>
      <PriceExplanationView path={pathFor(path, { date: day, customer })} />
    </div>
  );
}

function pathFor(path: string, asked: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();
  if (search === "") return path;
  return `${path}${path.includes("?") ? "&" : "?"}${search}`;
}
