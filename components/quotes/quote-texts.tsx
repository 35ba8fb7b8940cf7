"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { textOf } from "@/components/quotes/form-refusal";
import { QuoteForm } from "@/components/quotes/quote-form";
import { Button } from "@/components/ui/button";
import { Field, fieldControl, TextArea, TextInput } from "@/components/ui/field";
import { formatDate } from "@/components/ui/format";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { UpdateQuote } from "@/lib/client/quote-shapes";
import type { QuoteDto } from "@/lib/contracts/quote";

type Texts = Pick<QuoteDto, "number" | "title" | "validUntil" | "notes" | "terms" | "internalNotes">;
type QuoteTextsProps = {
  quote: Texts;
  /** Null where the quote is frozen. */
  tag: string | null;
};

export function QuoteTexts({ quote, tag }: QuoteTextsProps) {
  const [editing, setEditing] = useState(false);
  return (
    <Panel aria-labelledby="texts-title">
      <PanelHeading
        id="texts-title"
        aside={
          tag && !editing ? (
            <Button size="small" tone="quiet" onClick={() => setEditing(true)}>
              <Pencil aria-hidden="true" />
              Edit texts
            </Button>
          ) : null
        }
      >
        Texts and validity
      </PanelHeading>
      {tag && editing ? (
        <TextsForm quote={quote} tag={tag} onDone={() => setEditing(false)} />
      ) : (
        <dl className="grid gap-3 px-4 py-3">
          <Text name="Valid until" text={`${formatDate(quote.validUntil, "UTC")}, through the end of the day`} />
          <Text name="Note on the quote" text={quote.notes} />
          <Text name="Terms" text={quote.terms} />
          {quote.internalNotes === undefined ? null : (
            <Text name="Internal note (never shown to the customer)" text={quote.internalNotes} />
          )}
        </dl>
      )}
    </Panel>
  );
}

function Text({ name, text }: { name: string; text: string | null }) {
  return (
    <div>
      <dt className="text-caption text-ink-muted">{name}</dt>
      <dd className="max-w-prose whitespace-pre-line">{text || <span className="text-ink-faint">none</span>}</dd>
    </div>
  );
}

function TextsForm({ quote, tag, onDone }: { quote: Texts; tag: string; onDone: () => void }) {
  return (
    <QuoteForm number={quote.number} tag={tag} saved="Texts saved" read={readTexts} onDone={onDone}>
      {(id, errorAt) => (
        <>
          <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
            <Field id={`${id}-title`} label="Title" error={errorAt("title")}>
              <TextInput
                {...fieldControl(`${id}-title`, { error: errorAt("title") })}
                name="title"
                required
                maxLength={200}
                defaultValue={quote.title}
              />
            </Field>
            <Field id={`${id}-validUntil`} label="Valid until" error={errorAt("validUntil")}>
              <TextInput
                {...fieldControl(`${id}-validUntil`, { error: errorAt("validUntil") })}
                type="date"
                name="validUntil"
                required
                defaultValue={quote.validUntil}
              />
            </Field>
          </div>
          <Field id={`${id}-notes`} label="Note on the quote" optional error={errorAt("notes")}>
            <TextArea {...fieldControl(`${id}-notes`)} name="notes" maxLength={5000} defaultValue={quote.notes ?? ""} />
          </Field>
          <Field id={`${id}-terms`} label="Terms" optional hint="On a page of their own" error={errorAt("terms")}>
            <TextArea
              {...fieldControl(`${id}-terms`, { hint: true })}
              name="terms"
              rows={6}
              maxLength={20_000}
              defaultValue={quote.terms ?? ""}
            />
          </Field>
          {quote.internalNotes === undefined ? null : (
            <Field
              id={`${id}-internalNotes`}
              label="Internal note"
              optional
              hint="Never shown to the customer"
              error={errorAt("internalNotes")}
            >
              <TextArea
                {...fieldControl(`${id}-internalNotes`, { hint: true })}
                name="internalNotes"
                maxLength={5000}
                defaultValue={quote.internalNotes ?? ""}
              />
            </Field>
          )}
        </>
      )}
    </QuoteForm>
  );
}

function readTexts(form: FormData): UpdateQuote {
  return {
    title: textOf(form, "title"),
    validUntil: textOf(form, "validUntil"),
    notes: textOf(form, "notes") || null,
    terms: textOf(form, "terms") || null,
    ...(form.has("internalNotes") ? { internalNotes: textOf(form, "internalNotes") || null } : {}),
  };
}
