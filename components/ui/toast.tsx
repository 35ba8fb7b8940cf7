"use client";

import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { announce } from "@/components/ui/announce";
import type { Tone } from "@/components/ui/tone";

type Toast = { readonly id: number; readonly text: string; readonly tone: Tone; readonly more: ReactNode };

const SHOWN_FOR_MS = 8000;
const MOST_AT_ONCE = 3;
const none: readonly Toast[] = [];

let toasts = none;
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Confirms what happened. Never the only place for an error or an undo; `more` may repeat a link that the page has too. */
export function toast(text: string, { tone = "neutral", more = null }: { tone?: Tone; more?: ReactNode } = {}): void {
  lastId += 1;
  change([...toasts.filter((one) => one.text !== text), { id: lastId, text, tone, more }].slice(-MOST_AT_ONCE));
  announce(text);
}

function dismiss(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toaster() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <div className="pointer-events-none fixed right-4 bottom-4 z-50 grid w-[min(22rem,calc(100vw-2rem))] gap-2 print:hidden">
      {shown.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  );
}

function ToastCard({ toast: { id, text, tone, more } }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [held, id]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hovering only holds the clock
    <div
      data-tone={tone}
      className="overlay arrive pointer-events-auto flex items-start gap-2 border-l-3 border-l-(--tone) py-2 pr-1.5 pl-3"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className="min-w-0 flex-1 py-0.5 text-table">
        {text}
        {more ? <span className="ml-2">{more}</span> : null}
      </p>
      <button
        type="button"
        aria-label="Dismiss"
        className="btn size-6"
        data-tone="quiet"
        data-square
        onClick={() => dismiss(id)}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
