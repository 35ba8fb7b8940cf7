"use client";

import { useState } from "react";
import { choiceLabel } from "@/components/carts/choice-label";
import { Field, fieldControl, Select, TextInput } from "@/components/ui/field";
import { formatMoney, formatQuantity } from "@/components/ui/format";
import type { PlanConfigurationDto } from "@/lib/contracts/product";
import { compareDecimals, decimal, formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";

type Attribute = PlanConfigurationDto["components"][number]["attributes"][number];

type ConfigurationEntryProps = {
  id: string;
  attribute: Attribute;
  value: string;
  /** What holds while the entry is empty: a part without a quantity of its own takes the line's. */
  standIn: string | null;
  problem: string | undefined;
  onChange: (value: string) => void;
};

export function ConfigurationEntry({ id, attribute, value, standIn, problem, onChange }: ConfigurationEntryProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [corrected, setCorrected] = useState("");
  const inherited = standIn !== null && value === "" ? `empty: as the line, ${formatQuantity(standIn)}` : null;
  const hint = [entryHint(attribute), inherited].filter(Boolean).join(" · ");
  const error = corrected || problem;
  const control = {
    ...fieldControl(id, { hint: hint !== "", error }),
    required: attribute.required && standIn === null,
  };
  const settle = () => {
    if (draft === null) return;
    const { value: settled, message } = withinLimits(attribute, draft.trim());
    setDraft(null);
    setCorrected(message);
    if (settled !== value) onChange(settled);
  };
  const label = attribute.unitOfMeasure ? `${attribute.name} (${attribute.unitOfMeasure})` : attribute.name;
  return (
    <Field
      id={id}
      label={label}
      hint={hint || undefined}
      error={error}
      optional={!attribute.required || standIn !== null}
    >
      {attribute.type === "enumeration" ? (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {value === "" || !attribute.required ? (
            <option value="">{attribute.required ? "Choose…" : "None"}</option>
          ) : null}
          {attribute.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choiceLabel(choice, attribute.choices.find((other) => other.value === value) ?? null)}
            </option>
          ))}
        </Select>
      ) : (
        <TextInput
          {...control}
          type={attribute.type === "number" ? "text" : attribute.type}
          inputMode={attribute.type === "number" ? "decimal" : undefined}
          autoComplete="off"
          placeholder={standIn === null ? undefined : formatQuantity(standIn)}
          value={draft ?? value}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
          }}
        />
      )}
    </Field>
  );
}

function entryHint(attribute: Attribute): string {
  const { minimum, maximum, listUnitPrice, description } = attribute;
  const range =
    minimum !== null && maximum !== null
      ? `${formatQuantity(minimum)} to ${formatQuantity(maximum)}`
      : minimum !== null
        ? `at least ${formatQuantity(minimum)}`
        : maximum !== null
          ? `at most ${formatQuantity(maximum)}`
          : null;
  const price = listUnitPrice ? `list price ${formatMoney(listUnitPrice)} each` : null;
  return [description, range, price].filter(Boolean).join(" · ");
}

/** A number out of range becomes the limit, and the message says so; what is not a number is left to the server's word. */
function withinLimits(attribute: Attribute, typed: string): { value: string; message: string } {
  if (attribute.type !== "number" || typed === "") return { value: typed, message: "" };
  const wanted = parseDecimal(typed.replaceAll(",", ""));
  if (!wanted) return { value: typed, message: "Write a number." };
  const { minimum, maximum } = attribute;
  if (minimum !== null && compareDecimals(wanted, decimal(minimum)) < 0) {
    return { value: minimum, message: `The minimum is ${formatQuantity(minimum)}; it was set to that.` };
  }
  if (maximum !== null && compareDecimals(wanted, decimal(maximum)) > 0) {
    return { value: maximum, message: `The maximum is ${formatQuantity(maximum)}; it was set to that.` };
  }
  return { value: formatDecimal(wanted), message: "" };
}
