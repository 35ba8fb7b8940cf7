"use client";

import { useEffect } from "react";
import { isPlainKey, keysAreOff } from "@/components/shell/shortcuts";

const ROW = "[data-row]";
const LINK = "[data-row-link]";

function moveBy(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here === -1 ? 0 : here + step];
  const link = next?.querySelector<HTMLElement>(LINK);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
}

function pressInRow(selector: string): boolean {
  const row = document.activeElement?.closest(ROW);
  const control = row?.querySelector<HTMLElement>(selector);
  control?.click();
  return Boolean(control);
}

/** j and k move the real focus from row to row; x selects, a adds, c copies, o opens, f goes to the filters. */
export function useListKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPlainKey(event) || keysAreOff()) return;
      const acts: Record<string, () => unknown> = {
        j: () => moveBy(1),
        k: () => moveBy(-1),
        o: () => pressInRow(LINK),
        x: () => pressInRow("[data-select]"),
        a: () => pressInRow("[data-add]"),
        c: () => pressInRow("[data-copy]"),
        f: () => document.querySelector<HTMLElement>("#filters summary")?.focus(),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
