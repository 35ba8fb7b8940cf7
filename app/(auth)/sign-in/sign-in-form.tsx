"use client";

import { useEffect, useRef, useState, type FormEvent } from "react";
import { DemoAccounts, type DemoAccount } from "@/app/(auth)/sign-in/demo-accounts";
import { Button } from "@/components/ui/button";
import { ErrorSummary, Field, fieldControl, TextInput } from "@/components/ui/field";
import { ApiError, callApi } from "@/lib/client/api";

type Refusal = { title: string; fields: { field: string; message: string }[]; waitUntil: number | null };

type SignInFormProps = { next: string; accounts: readonly DemoAccount[] | null };

export function SignInForm({ next, accounts }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const seconds = useCountdown(refusal?.waitUntil ?? null);

  useEffect(() => {
    if (refusal) document.getElementById("sign-in-errors")?.focus();
  }, [refusal]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || seconds > 0) return;
    const missing = missingFields(email, password);
    if (missing.length > 0) {
      setRefusal({ title: "Two fields are needed to sign in", fields: missing, waitUntil: null });
      return;
    }
    setBusy(true);
    try {
      await callApi("POST", "/api/session", { body: { email: email.trim(), password } });
      globalThis.location.assign(next);
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };
  const fill = (account: DemoAccount) => {
    setEmail(account.email);
    setPassword(account.password);
    setRefusal(null);
    button.current?.focus();
  };
  const errorAt = (field: string) => refusal?.fields.find((error) => error.field === field)?.message;

  return (
    <>
      <form noValidate onSubmit={(event) => void submit(event)} className="panel grid gap-4 p-5" aria-label="Sign in">
        {refusal ? (
          <ErrorSummary
            id="sign-in-errors"
            title={seconds > 0 ? `${refusal.title} Try again in ${inWords(seconds)}.` : refusal.title}
            errors={refusal.fields}
          />
        ) : null}
        <Field id="email" label="Mail address" error={errorAt("email")}>
          <TextInput
            {...fieldControl("email", { error: errorAt("email") })}
            type="email"
            name="email"
            data-size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field id="password" label="Password" error={errorAt("password")}>
          <TextInput
            {...fieldControl("password", { error: errorAt("password") })}
            type="password"
            name="password"
            data-size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button ref={button} type="submit" tone="primary" size="large" busy={busy} disabled={seconds > 0}>
          {busy ? "Signing in…" : seconds > 0 ? `Wait ${inWords(seconds)}` : "Sign in"}
        </Button>
      </form>
      {accounts ? <DemoAccounts accounts={accounts} chosen={email} onChoose={fill} /> : null}
    </>
  );
}

function missingFields(email: string, password: string): Refusal["fields"] {
  const missing = [];
  if (!email.trim()) missing.push({ field: "email", message: "Write your mail address" });
  if (!password) missing.push({ field: "password", message: "Write your password" });
  return missing;
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiError)) return { title: "Signing in failed. Try again.", fields: [], waitUntil: null };
  if (error.status === 429) {
    const waitUntil = Date.now() + (error.retryAfterSeconds ?? 60) * 1000;
    return { title: "Too many attempts.", fields: [], waitUntil };
  }
  const wrong = error.status === 401;
  return {
    title: wrong ? "Mail address or password is wrong" : error.message,
    fields: wrong ? [{ field: "password", message: "Check both and try again" }] : [],
    waitUntil: null,
  };
}

function useCountdown(until: number | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = () => setSeconds(until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    if (until === null) return undefined;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
