"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { keysAreOff } from "@/components/shell/key-preference";
import { KeySwitch } from "@/components/shell/key-switch";
import { keys } from "@/components/shell/keys";
import { Dialog } from "@/components/ui/dialog";
import { address } from "@/components/ui/address";

const places: Record<string, string> = { c: "/catalog", b: "/carts", q: "/quotes" };

/** Single letters do nothing while one types, with a modifier, during composition or in a dialog. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  if (!(event.target instanceof Element) || event.target.closest("dialog[open]")) return false;
  return (
    event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") === null
  );
}

export const SHOW_KEYS = "desk:show-keys";

export function Shortcuts() {
  const router = useRouter();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    let leading = false;
    const onKey = (event: KeyboardEvent) => {
      if (!isPlainKey(event) || keysAreOff()) return;
      const place = leading ? places[event.key] : undefined;
      leading = event.key === "g";
      if (place) {
        event.preventDefault();
        event.stopImmediatePropagation();
        router.push(address(place));
      } else if (event.key === "/") {
        event.preventDefault();
        const search = document.querySelector<HTMLInputElement>("#desk-search");
        search?.focus();
        // What one types next is a new search; the old words are still there to be changed with the arrow keys.
        search?.select();
      } else if (event.key === "?") {
        setOpen(true);
      }
    };
    const show = () => setOpen(true);
    document.addEventListener("keydown", onKey);
    document.addEventListener(SHOW_KEYS, show);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener(SHOW_KEYS, show);
    };
  }, [router]);

  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keys">
      <table className="ledger">
        <caption className="sr-only">What each key does</caption>
        <tbody>
          {keys.map(([key, does]) => (
            <tr key={key}>
              <th scope="row" className="w-32">
                <kbd className="part-number border-line-strong rounded-[4px] border px-1.5 py-0.5">{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-4">
        <KeySwitch />
      </div>
    </Dialog>
  );
}
