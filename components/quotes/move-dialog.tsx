"use client";

import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import { formRefusal, textOf, type FormRefusal } from "@/components/quotes/form-refusal";
import { stateWords } from "@/components/quotes/state-badge";
import { moveWords } from "@/components/quotes/move-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary, Field, fieldControl, TextArea, TextInput } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { moveQuote } from "@/lib/client/quote-queries";

type MoveDialogProps = { move: string | null; number: string; version: number; customer: string; onClose: () => void };

/** Asks once before a quote moves; its button names the act and the quote. */
export function MoveDialog({ move, number, version, customer, onClose }: MoveDialogProps) {
  const id = useId();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<FormRefusal | null>(null);
  const words = move === null ? undefined : moveWords[move];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || move === null || !words) return;
    setBusy(true);
    setRefusal(null);
    try {
      const after = await moveQuote(number, move, { version, ...entriesOf(new FormData(event.currentTarget)) });
      onClose();
      toast(`${after.number} version ${after.version}: ${stateWords[after.state].toLowerCase()}`, { tone: "good" });
      if (after.number !== number) router.push(`/quotes/${after.number}`);
      else if (globalThis.location.search) router.push(`/quotes/${number}`);
      router.refresh();
    } catch (error) {
      setBusy(false);
      setRefusal(formRefusal(error, "That was not possible."));
    }
  };
  const reasonError = refusal?.errors.find(({ path }) => path === "reason")?.message;
  return (
    <Dialog
      open={words !== undefined}
      onClose={onClose}
      title={words?.label ?? ""}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone={words?.tone === "danger" ? "danger" : "primary"} type="submit" form={id} busy={busy}>
            {words?.act} {number}
          </Button>
        </>
      }
    >
      <form id={id} className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {refusal ? (
          <ErrorSummary
            id={`${id}-errors`}
            title={refusal.message}
            errors={refusal.errors.map((error) => ({ field: `${id}-${error.path}`, message: error.message }))}
          />
        ) : null}
        <p className="text-reading">{words?.means}</p>
        {words?.needs === "person" ? <PersonFields id={id} customer={customer} /> : null}
        {words?.needs === "reason" ? (
          <Field id={`${id}-reason`} label={words.asks ?? "Reason"} optional={!reasonError} error={reasonError}>
            <TextArea
              {...fieldControl(`${id}-reason`, { error: reasonError })}
              name="reason"
              rows={3}
              maxLength={2000}
            />
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}

function PersonFields({ id, customer }: { id: string; customer: string }) {
  return (
    <>
      <Field id={`${id}-name`} label={`Who accepted at ${customer}`}>
        <TextInput {...fieldControl(`${id}-name`)} name="name" required maxLength={200} autoComplete="off" />
      </Field>
      <Field id={`${id}-title`} label="Their title" optional>
        <TextInput {...fieldControl(`${id}-title`)} name="title" maxLength={200} autoComplete="off" />
      </Field>
      <Field id={`${id}-email`} label="Their mail" optional>
        <TextInput {...fieldControl(`${id}-email`)} type="email" name="email" maxLength={254} autoComplete="off" />
      </Field>
    </>
  );
}

/** The filled-in fields only. */
function entriesOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    ["name", "title", "email", "reason"].flatMap((name) => {
      const value = textOf(form, name);
      return value ? [[name, value] as const] : [];
    }),
  );
}
