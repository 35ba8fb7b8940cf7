"use client";

import { useEffect } from "react";
import { keysAreOff } from "@/components/shell/key-preference";
import { isPlainKey } from "@/components/shell/shortcuts";

const ROW = "[data-row]";
const LINK = "[data-row-link]";

function moveBy(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
  const focused = rows.findIndex((row) => row.contains(document.activeElement));
  const here = focused === -1 ? rows.findIndex((row) => row.hasAttribute("data-previewed")) : focused;
  const next = rows[here === -1 ? 0 : here + step];
  const link = next?.querySelector<HTMLElement>(LINK);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
  // An open preview goes along.
  if (document.querySelector("[data-preview-panel]")) next?.querySelector<HTMLElement>("[data-preview]")?.click();
}

function pressInRow(selector: string): boolean {
  const row = document.activeElement?.closest(ROW);
  const control = row?.querySelector<HTMLElement>(selector);
  control?.click();
  return Boolean(control);
}

/** Space belongs to whatever it presses; only on the row's own link has it nothing else to do. */
function preview(): boolean {
  return document.activeElement?.matches(LINK) === true && pressInRow("[data-preview]");
}

const acts: Readonly<Record<string, () => boolean | void>> = {
  j: () => moveBy(1),
  k: () => moveBy(-1),
  o: () => pressInRow(LINK),
  x: () => pressInRow("[data-select]"),
  a: () => pressInRow("[data-add]"),
  c: () => pressInRow("[data-copy]"),
  " ": preview,
  f: () => document.querySelector<HTMLElement>("#filters summary, [data-open-filters]")?.focus(),
};

/** j and k move the real focus from row to row; Space previews, x selects, a adds, c copies, o opens, f goes to the filters. */
export function useListKeys(): void {
  useEffect(() => {
    let leading = false;
    const onKey = (event: KeyboardEvent) => {
      if (!isPlainKey(event) || keysAreOff()) return;
      // What follows g is the way to a page: g c does not copy.
      const follows = leading;
      leading = event.key === "g";
      if (follows) return;
      if (acts[event.key]?.() !== false && event.key in acts) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
