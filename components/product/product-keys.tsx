"use client";

import { useEffect } from "react";
import { keysAreOff } from "@/components/shell/key-preference";
import { isPlainKey } from "@/components/shell/shortcuts";

/** a presses the page's Add to cart, c copies the part number in its title. */
export function ProductKeys() {
  useEffect(() => {
    const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
    const acts: Record<string, () => void> = {
      a: () => press("[data-add]"),
      c: () => press("[data-title-number] [data-copy]"),
    };
    const onKey = (event: KeyboardEvent) => {
      const act = isPlainKey(event) && !keysAreOff() ? acts[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}
