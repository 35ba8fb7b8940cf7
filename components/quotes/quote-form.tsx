"use client";

import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { formRefusal, type FormRefusal } from "@/components/quotes/form-refusal";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { updateQuote } from "@/lib/client/quote-queries";
import type { UpdateQuote } from "@/lib/client/quote-shapes";

type QuoteFormProps = {
  number: string;
  /** Of the draft as it was shown: a stale save is refused. */
  tag: string;
  read: (form: FormData) => UpdateQuote;
  saved: string;
  submit?: string;
  onDone: () => void;
  children: (id: string, errorAt: (path: string) => string | undefined) => ReactNode;
};

/** A part of a draft that is edited in place and saved as a whole. */
export function QuoteForm({ number, tag, read, saved, submit: act = "Save", onDone, children }: QuoteFormProps) {
  const id = useId();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<FormRefusal | null>(null);
  const errorAt = (path: string) => refusal?.errors.find((error) => error.path === path)?.message;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    try {
      await updateQuote(number, tag, read(form));
      toast(saved, { tone: "good" });
      onDone();
      router.refresh();
    } catch (error) {
      setRefusal(formRefusal(error, "It was not saved."));
      requestAnimationFrame(() => document.getElementById(`${id}-errors`)?.focus());
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="grid gap-4 px-4 py-4" onSubmit={(event) => void submit(event)}>
      {refusal ? (
        <ErrorSummary
          id={`${id}-errors`}
          title={refusal.message}
          errors={refusal.errors.map((error) => ({ field: `${id}-${error.path}`, message: error.message }))}
        />
      ) : null}
      {children(id, errorAt)}
      <div className="flex gap-2">
        <Button type="submit" tone="plain" busy={busy}>
          {act}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
