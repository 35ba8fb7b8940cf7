"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Fragment, useId, useState } from "react";
import { Field, fieldControl } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { useSettled } from "@/components/ui/use-settled";
import { trySynonyms } from "@/lib/client/settings-queries";
import type { SearchReadingDto } from "@/lib/contracts/catalog-settings";

const SETTLED_AFTER_MS = 250;

type TrySearchProps = { groups: readonly (readonly string[])[]; changed: boolean };

/** Reads a search with the groups as they stand on the page, saved or not. */
export function TrySearch({ groups, changed }: TrySearchProps) {
  const id = useId();
  const [text, setText] = useState("");
  const asked = useSettled(JSON.stringify({ text: text.trim(), groups }), SETTLED_AFTER_MS);
  const { data, error, isFetching } = useQuery({
    queryKey: ["synonyms", "try", asked],
    queryFn: () => {
      const { text: words, groups: tried } = JSON.parse(asked) as { text: string; groups: string[][] };
      return trySynonyms(words, tried);
    },
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Panel aria-labelledby={`${id}-title`} className="lg:sticky lg:top-17">
      <PanelHeading id={`${id}-title`}>Try a search</PanelHeading>
      <div className="grid gap-3 p-4">
        <Field id={id} label="Search words" hint="Read with the groups as they stand here, saved or not">
          <input
            {...fieldControl(id, { hint: true })}
            type="search"
            className="control"
            maxLength={200}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <output className="block" aria-busy={isFetching || undefined}>
          {text.trim() === "" ? (
            <span className="text-ink-muted">Type what a seller would type, such as “O365 E1”.</span>
          ) : error ? (
            <span className="text-loss">{error.message}</span>
          ) : data ? (
            <Reading reading={data} changed={changed} />
          ) : (
            <span className="text-ink-muted">Reading…</span>
          )}
        </output>
      </div>
    </Panel>
  );
}

function Reading({
  reading: { clauses, match, products, productsNow },
  changed,
}: {
  reading: SearchReadingDto;
  changed: boolean;
}) {
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {different(clauses.map(({ alternatives }) => different(alternatives).join("\n"))).map((clause, i) => (
          <Fragment key={clause}>
            {i > 0 ? <span className="text-caption text-ink-muted">and</span> : null}
            <span className="bg-wash rounded-control inline-flex flex-wrap gap-x-1 px-2 py-0.5">
              {clause.split("\n").map((words, at) => (
                <Fragment key={words}>
                  {at > 0 ? <span className="text-ink-muted">or</span> : null}
                  <span className="font-medium">{words}</span>
                </Fragment>
              ))}
            </span>
          </Fragment>
        ))}
      </p>
      <p>
        <strong className="figures">{formatCount(products, "product")}</strong>
        {match === "some" ? " match some of the words; none matches all" : products === 1 ? " matches" : " match"}
        {changed && products !== productsNow ? (
          <span className="text-ink-muted">; {formatCount(productsNow, "product")} with the saved groups</span>
        ) : null}
      </p>
    </div>
  );
}

function different(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
