"use client";

import { useId, useState } from "react";
import type { Catalog } from "@/components/catalog/use-catalog";
import { parseDecimal } from "@/lib/domain/money/decimal";

type PriceRangeProps = Pick<Catalog, "state" | "change">;

/** Two number fields; they take effect on leaving or Enter. */
export function PriceRange({ state, change }: PriceRangeProps) {
  return (
    <fieldset className="border-b px-4 py-3">
      <legend className="sr-only">Price per month</legend>
      <p aria-hidden="true" className="font-strong text-table mb-2">
        Price per month
      </p>
      <div className="flex items-center gap-2">
        <Bound key={`min-${state.priceMin ?? ""}`} name="priceMin" label="From" state={state} change={change} />
        <span aria-hidden="true" className="text-ink-faint">
          –
        </span>
        <Bound key={`max-${state.priceMax ?? ""}`} name="priceMax" label="To" state={state} change={change} />
      </div>
    </fieldset>
  );
}

type BoundProps = PriceRangeProps & { name: "priceMin" | "priceMax"; label: string };

function Bound({ name, label, state, change }: BoundProps) {
  const [text, setText] = useState(state[name] ?? "");
  const id = useId();
  const wrong = text.trim() !== "" && parseDecimal(text.replace(",", ".")) === null;
  const settle = () => {
    const typed = text.trim().replace(",", ".");
    if (!wrong && typed !== (state[name] ?? "")) change({ [name]: typed || null });
  };
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="sr-only">
        Price per month {label.toLowerCase()}
      </label>
      <input
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        placeholder={label}
        className="control figures"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          settle();
        }}
      />
      {wrong ? (
        <p id={`${id}-wrong`} className="text-caption text-loss mt-1">
          Write a number, such as 12.50
        </p>
      ) : null}
    </div>
  );
}
