import { useSyncExternalStore } from "react";

const STORED_AS = "active-cart";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener("storage", listener);
  };
}

function stored(): string | null {
  return localStorage.getItem(STORED_AS);
}

/** The cart that Add adds to, the same in every tab of this browser. */
export function useActiveCartId(): string | null {
  return useSyncExternalStore(subscribe, stored, () => null);
}

export function setActiveCartId(id: string | null): void {
  if (id === null) localStorage.removeItem(STORED_AS);
  else localStorage.setItem(STORED_AS, id);
  for (const listener of listeners) listener();
}
