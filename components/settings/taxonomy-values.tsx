import { useState } from "react";
import type { TaxonomyValue } from "@/components/settings/taxonomy-draft";
import { Checkbox } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";

const SEARCHED_FROM = 15;

type TaxonomyValuesProps = {
  title: string;
  values: readonly TaxonomyValue[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

/** The vendors' own values of one kind, to tick. */
export function TaxonomyValues({ title, values, chosen, onChange }: TaxonomyValuesProps) {
  const [wanted, setWanted] = useState("");
  const needle = wanted.trim().toLowerCase();
  const shown = values.filter(
    ({ value, label }) => needle === "" || chosen.includes(value) || label.toLowerCase().includes(needle),
  );
  return (
    <fieldset>
      <legend className="text-table font-medium">
        {title}
        {chosen.length > 0 ? <span className="text-ink-muted font-body"> · {chosen.length} chosen</span> : null}
      </legend>
      {values.length >= SEARCHED_FROM ? (
        <input
          type="search"
          className="control mt-1"
          aria-label={`Search in ${title.toLowerCase()}`}
          placeholder={`Search ${formatNumber(String(values.length))} values`}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      {values.length === 0 ? <p className="text-table text-ink-muted mt-1">No vendor lists any.</p> : null}
      <ul className="mt-1 grid sm:grid-cols-2 md:grid-cols-3">
        {shown.map(({ value, label }) => (
          <li key={value}>
            <label className="flex min-h-7 items-center gap-2">
              <Checkbox
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
                }
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
