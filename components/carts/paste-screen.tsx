"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { ListFile } from "@/components/carts/list-file";
import { PastePreview } from "@/components/carts/paste-preview";
import { forgetPasted, pastedList } from "@/components/palette/pasted-text";
import { Button } from "@/components/ui/button";
import { Field, fieldControl, TextArea } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useActiveCart, useCreateCart } from "@/lib/client/active-cart-queries";
import { usePaste } from "@/lib/client/cart-queries";
import type { PasteResult } from "@/lib/client/cart-shapes";

/** What one request may carry. */
const TEXT_MAX = 100_000;

/** Lines from a spreadsheet become lines of the active cart; nothing is added before the preview was confirmed. */
export function PasteScreen({ initial }: { initial: string }) {
  const router = useRouter();
  const { carts, active } = useActiveCart();
  const paste = usePaste(active?.id ?? null);
  const [arrived] = useState(() => pastedList() ?? initial);
  const [text, setText] = useState(arrived);
  const [preview, setPreview] = useState<{ text: string; result: PasteResult } | null>(null);

  const looked = useRef(false);

  useEffect(forgetPasted, []);

  const lookUp = (asked: string) =>
    paste.mutate({ text: asked, dryRun: true }, { onSuccess: (result) => setPreview({ text: asked, result }) });
  const hasCart = active !== null;
  // Who came with a list wants to see what it is; nothing is added by looking.
  useEffect(() => {
    if (!hasCart || looked.current || arrived.trim() === "") return;
    looked.current = true;
    lookUp(arrived);
  });
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (!paste.isPending && active) lookUp(text);
  };
  const read = (given: string) => {
    setText(given);
    looked.current = true;
    if (active) lookUp(given);
  };
  const add = () => {
    if (!preview || !active) return;
    paste.mutate(
      { text: preview.text, dryRun: false },
      {
        onSuccess: (result) => {
          toast(`${formatCount(result.applied, "line")} added to “${active.name}”`, { tone: "good" });
          router.push(`/carts/${active.id}`);
        },
      },
    );
  };
  return (
    <div className="mx-auto max-w-[80rem] px-4 py-5 lg:px-6">
      <h1 className="text-heading font-strong">Paste a list</h1>
      <p className="text-reading text-ink-muted mt-1">
        One product a line: part number, then the quantity. Spreadsheet cells, commas and semicolons are understood.
      </p>
      <div className="mt-4 grid items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <form className="panel grid gap-3 p-4" onSubmit={look}>
          <Field id="paste-text" label="Part numbers and quantities">
            <TextArea
              {...fieldControl("paste-text")}
              className="part-number"
              rows={12}
              required
              maxLength={TEXT_MAX}
              spellCheck={false}
              value={text}
              placeholder={"91fd106f-4b2c-4938-95ac-f54f74e9a239\t5\nD1BCYLL, 10"}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <ListFile max={TEXT_MAX} onRead={read} />
          {carts === undefined ? <Skeleton className="h-9 w-32" /> : null}
          {carts !== undefined && active ? (
            <Button
              type="submit"
              tone={preview ? "plain" : "primary"}
              busy={paste.isPending}
              className="justify-self-start"
            >
              Look them up
            </Button>
          ) : null}
          {carts !== undefined && !active ? <BeginCart /> : null}
        </form>
        <div className="grid min-w-0 gap-3">
          {paste.error ? (
            <Notice tone="loss" role="alert">
              {paste.error.message}
            </Notice>
          ) : null}
          {preview && active ? (
            <PastePreview
              result={preview.result}
              cartName={active.name}
              currency={active.currency}
              stale={preview.text !== text}
              busy={paste.isPending}
              onAdd={add}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

function BeginCart() {
  const create = useCreateCart();
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-table text-ink-muted">There is no cart yet to add to.</p>
      <Button
        tone="primary"
        busy={create.isPending}
        onClick={() => create.mutate({ name: "Pasted list", currency: "USD" })}
      >
        Begin a cart
      </Button>
      {create.error ? <p className="text-loss text-table">{create.error.message}</p> : null}
    </div>
  );
}
