"use client";

import { useId, useState } from "react";
import {
  hasOwnRow,
  type ServiceLine,
  tableOf,
  type TaxonomyLists,
  withoutRow,
  withRow,
} from "@/components/settings/taxonomy-draft";
import { TaxonomyValues } from "@/components/settings/taxonomy-values";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, Select } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import type { TaxonomyRowDto } from "@/lib/contracts/catalog-settings";
import { productsMoved } from "@/lib/domain/catalog/service-facts";
import { taxonomyRowOf } from "@/lib/domain/catalog/taxonomy";

type MappingDialogProps = {
  line: ServiceLine;
  rows: readonly TaxonomyRowDto[];
  saved: readonly TaxonomyRowDto[];
  lists: TaxonomyLists;
  onClose: () => void;
  onChange: (rows: readonly TaxonomyRowDto[]) => void;
};

/** Where the products of one service stand; taken into the page, saved there. */
export function MappingDialog({
  line: { facts, mapping, toMap },
  rows,
  saved,
  lists,
  onClose,
  onChange,
}: MappingDialogProps) {
  const id = useId();
  const [draft, setDraft] = useState<TaxonomyRowDto>(() => ({
    service: facts.service.toUpperCase(),
    categories: [...(mapping?.row.categories ?? [])],
    topics: [...(mapping?.row.topics ?? [])],
    serviceType: mapping?.row.serviceType ?? null,
  }));
  const was = taxonomyRowOf(facts.service, tableOf(saved))?.row ?? null;
  const moved = productsMoved(facts, was, draft);
  const done = (next: readonly TaxonomyRowDto[]) => {
    onChange(next);
    onClose();
  };
  const own = hasOwnRow(rows, facts.service);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Where ${facts.service} stands`}
      wide
      actions={
        <>
          <output className="mr-auto">
            {moved === 0 ? "No product moves." : `${formatCount(moved, "product")} would stand elsewhere than now.`}
          </output>
          {own ? <Button onClick={() => done(withoutRow(rows, facts.service))}>Take mapping away</Button> : null}
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="primary" onClick={() => done(withRow(rows, draft))}>
            Use this mapping
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-ink-muted">
          {formatCount(toMap, "product")} of {facts.vendorLabel} {toMap === 1 ? "lacks" : "lack"} a category, a topic or
          a service type; what the vendor gives stays.
          {mapping && !own ? ` Served by the mapping of ${mapping.name} until it has its own.` : ""}
        </p>
        <TaxonomyValues
          title="Categories"
          values={lists.categories}
          chosen={draft.categories}
          onChange={(categories) => setDraft({ ...draft, categories: [...categories] })}
        />
        <Field id={`${id}-type`} label="Service type" className="max-w-xs">
          <Select
            {...fieldControl(`${id}-type`)}
            value={draft.serviceType ?? ""}
            onChange={(event) => setDraft({ ...draft, serviceType: event.target.value || null })}
          >
            <option value="">None</option>
            {lists.serviceTypes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <TaxonomyValues
          title="Topics"
          values={lists.topics}
          chosen={draft.topics}
          onChange={(topics) => setDraft({ ...draft, topics: [...topics] })}
        />
      </div>
    </Dialog>
  );
}
