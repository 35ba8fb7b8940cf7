"use client";

import { Minus, Plus } from "lucide-react";
import { useId, useState, type KeyboardEvent } from "react";
import { formatQuantity } from "@/components/ui/format";
import { compareDecimals, type Decimal, formatDecimal, parseDecimal, unitsAtScale } from "@/lib/domain/money/decimal";

type QuantityStepperProps = {
  value: string;
  onChange: (quantity: string) => void;
  minimum?: string | undefined;
  maximum?: string | null | undefined;
  /** Accessible name: "Quantity of Office 365 E1". */
  name: string;
  size?: "small" | "regular" | "large";
  disabled?: boolean;
  /** `min` is the least the steps reach; 0 lets a cart ask about removing. */
  least?: string;
};

function plus(value: Decimal, steps: bigint): Decimal {
  const unit = unitsAtScale({ units: 1n, scale: 0 }, value.scale);
  return { units: value.units + steps * unit, scale: value.scale };
}

const steps: Record<string, bigint> = { ArrowUp: 1n, ArrowDown: -1n, PageUp: 10n, PageDown: -10n };

/** Typed or stepped; arrows ±1, Page keys ±10. Out of range is corrected on leaving, naming the limit. */
export function QuantityStepper(props: QuantityStepperProps) {
  const { value, onChange, minimum = "1", maximum = null, name, size = "regular", disabled, least = minimum } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState("");
  const id = useId();

  const settle = (text: string) => {
    setDraft(null);
    const wanted = parseDecimal(text.replaceAll(",", ""));
    const low = parseDecimal(least);
    const high = maximum === null ? null : parseDecimal(maximum);
    if (!wanted || !low) {
      setMessage("write a number");
      return;
    }
    if (compareDecimals(wanted, low) < 0) {
      setMessage(`min ${formatQuantity(least)}`);
      onChange(least);
    } else if (high && maximum !== null && compareDecimals(wanted, high) > 0) {
      setMessage(`max ${formatQuantity(maximum)}`);
      onChange(maximum);
    } else {
      setMessage("");
      onChange(formatDecimal(wanted));
    }
  };
  const step = (by: bigint) => settle(formatDecimal(plus(parseDecimal(draft ?? value) ?? { units: 0n, scale: 0 }, by)));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by !== undefined) {
      event.preventDefault();
      step(by);
    } else if (event.key === "Enter" && draft !== null) {
      event.preventDefault();
      settle(draft);
    }
  };

  const height = { small: "h-7", regular: "h-8", large: "h-9" }[size];
  return (
    <span className="inline-grid gap-1">
      <span className={`border-line-control rounded-control bg-surface inline-flex ${height} items-stretch border`}>
        <StepButton by={-1n} name={`One less: ${name}`} onStep={step} disabled={disabled} />
        <input
          aria-label={name}
          aria-describedby={message ? `${id}-limit` : undefined}
          inputMode="decimal"
          autoComplete="off"
          className="figures border-line w-14 border-x bg-transparent text-center data-[size=small]:w-10"
          data-size={size}
          value={draft ?? formatQuantity(value).replaceAll(",", "")}
          disabled={disabled}
          onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => (draft === null ? undefined : settle(draft))}
          onKeyDown={onKeyDown}
        />
        <StepButton by={1n} name={`One more: ${name}`} onStep={step} disabled={disabled} />
      </span>
      {message ? (
        <output id={`${id}-limit`} className="text-caption text-low">
          {message}
        </output>
      ) : null}
    </span>
  );
}

type StepButtonProps = { by: bigint; name: string; onStep: (by: bigint) => void; disabled: boolean | undefined };

function StepButton({ by, name, onStep, disabled }: StepButtonProps) {
  const Icon = by > 0n ? Plus : Minus;
  return (
    <button
      type="button"
      aria-label={name}
      disabled={disabled}
      className="text-ink-muted hover:bg-wash hover:text-ink rounded-control grid w-7 place-items-center disabled:opacity-50"
      onClick={() => onStep(by)}
    >
      <Icon aria-hidden="true" className="size-3.5!" />
    </button>
  );
}
