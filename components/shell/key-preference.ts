import { useSyncExternalStore } from "react";

const KEPT_AS = "keys";
const CHANGED = "desk:keys-changed";

/** Kept in this browser: where single letters are in the way depends on how one works at it. */
export function keysAreOff(): boolean {
  return localStorage.getItem(KEPT_AS) === "off";
}

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEPT_AS);
  else localStorage.setItem(KEPT_AS, "off");
  document.dispatchEvent(new CustomEvent(CHANGED));
}

function subscribe(listener: () => void): () => void {
  document.addEventListener(CHANGED, listener);
  // Another tab may switch them.
  addEventListener("storage", listener);
  return () => {
    document.removeEventListener(CHANGED, listener);
    removeEventListener("storage", listener);
  };
}

export function useKeysOff(): boolean {
  return useSyncExternalStore(subscribe, keysAreOff, () => false);
}
