"use client";

import { useSyncExternalStore } from "react";

let message = "";
let pending: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says something once through the page's one polite live region; quick successions are folded into the last. */
export function announce(text: string): void {
  clearTimeout(pending);
  pending = setTimeout(() => {
    // The same words twice in a row need a difference, or the second is not read.
    message = message === text ? `${text}\u00a0` : text;
    for (const listener of listeners) listener();
  }, 300);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => "",
  );
  return <output className="sr-only">{text}</output>;
}
