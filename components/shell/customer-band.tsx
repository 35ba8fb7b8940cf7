"use client";

import { EyeOff } from "lucide-react";
import { askToLeave } from "@/components/shell/desk-view";

/** Stays in sight on every page for as long as a customer may look on. */
export function CustomerBand() {
  return (
    <aside
      aria-label="Customer view"
      className="customer-band bg-accent text-accent-ink text-table sticky top-0 z-40 flex h-8 items-center justify-center gap-2 px-4 font-medium print:hidden"
    >
      <EyeOff aria-hidden="true" />
      Customer view: costs hidden
      <button
        type="button"
        className="min-h-6 px-1 underline underline-offset-2 outline-offset-0! outline-current!"
        onClick={askToLeave}
      >
        Leave
      </button>
    </aside>
  );
}
