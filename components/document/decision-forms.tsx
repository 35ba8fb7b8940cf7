"use client";

import { useState, type FormEvent } from "react";
import { Field, fieldControl, TextArea, TextInput } from "@/components/ui/field";

type DecisionFormsProps = { token: string; number: string; seller: string };
type Decision = "accept" | "decline";

/** Accept in sight, decline one press away. Both are plain posts; the page then shows what was recorded. */
export function DecisionForms({ token, number, seller }: DecisionFormsProps) {
  const [busy, setBusy] = useState<Decision | null>(null);
  const [refusal, setRefusal] = useState("");

  const submit = async (event: FormEvent<HTMLFormElement>, decision: Decision) => {
    event.preventDefault();
    if (busy) return;
    const entries = [...new FormData(event.currentTarget)].filter(([name, value]) => value !== "" || name === "reason");
    setBusy(decision);
    setRefusal("");
    const message = await post(
      `/api/share/quotes/${encodeURIComponent(token)}/${decision}`,
      Object.fromEntries(entries),
    );
    if (message === null) {
      globalThis.location.reload();
      return;
    }
    setBusy(null);
    setRefusal(message);
  };
  return (
    <section aria-labelledby="answer" className="panel mt-4 px-5 py-4">
      <h2 id="answer" className="text-title font-strong">
        Accept this quote
      </h2>
      {refusal ? (
        <p role="alert" data-tone="loss" className="tone rounded-control mt-3 px-3 py-2">
          {refusal}
        </p>
      ) : null}
      <form className="mt-3 grid gap-3" onSubmit={(event) => void submit(event, "accept")}>
        <Field id="accept-name" label="Your name">
          <TextInput {...fieldControl("accept-name")} name="name" required maxLength={200} autoComplete="name" />
        </Field>
        <Field id="accept-email" label="Your mail">
          <TextInput
            {...fieldControl("accept-email")}
            type="email"
            name="email"
            required
            maxLength={254}
            autoComplete="email"
          />
        </Field>
        <Field id="accept-title" label="Your title" optional>
          <TextInput {...fieldControl("accept-title")} name="title" maxLength={200} autoComplete="organization-title" />
        </Field>
        <Submit busy={busy === "accept"} tone="primary">
          Accept quote {number}
        </Submit>
        <p className="text-caption text-ink-muted">
          Your name, mail, the time and the network address you write from are recorded with the exact content shown
          here.
        </p>
      </form>
      <details className="mt-3 border-t pt-3">
        <summary className="text-ink-muted hover:text-ink">Decline instead</summary>
        <form className="mt-3 grid gap-3" onSubmit={(event) => void submit(event, "decline")}>
          <Field id="decline-reason" label="Reason" optional hint={`${seller} will read it`}>
            <TextArea {...fieldControl("decline-reason", { hint: true })} name="reason" rows={3} maxLength={2000} />
          </Field>
          <Submit busy={busy === "decline"} tone="danger">
            Decline quote {number}
          </Submit>
        </form>
      </details>
      <noscript>
        <p className="text-table text-ink-muted mt-3">
          Answering here needs JavaScript. You can also sign the printed quote and send it back.
        </p>
      </noscript>
    </section>
  );
}

function Submit({
  busy,
  tone,
  children,
}: {
  busy: boolean;
  tone: "primary" | "danger";
  children: (string | number)[];
}) {
  return (
    <button
      type="submit"
      className="btn"
      data-size="large"
      data-tone={tone}
      data-busy={busy || undefined}
      aria-disabled={busy}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}

/** Null when it was recorded, else a sentence for the reader. */
async function post(path: string, body: unknown): Promise<string | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    const problem: unknown = await response.json();
    const told = typeof problem === "object" && problem !== null && "detail" in problem ? problem.detail : null;
    return typeof told === "string" ? told : "That could not be recorded. Please try again.";
  } catch {
    return "No answer came back. Check the connection and try again; pressing twice does no harm.";
  }
}
