"use client";

import { Eye, EyeOff } from "lucide-react";
import { askToLeave, changeView } from "@/components/shell/desk-view";
import type { DeskView } from "@/lib/contracts/customer-view";

/** One press hides what is the house's own; showing it again is asked first, as somebody may be looking. */
export function CustomerViewSwitch({ view }: { view: DeskView }) {
  const on = view === "customer";
  const Icon = on ? EyeOff : Eye;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label="Customer view"
      title={on ? "Customer view is on: costs and margins are hidden" : "Customer view: hide costs and margins"}
      data-tone="quiet"
      className="btn size-8 flex-none p-0! aria-checked:bg-accent! aria-checked:text-accent-ink!"
      onClick={on ? askToLeave : () => changeView("customer")}
    >
      <Icon aria-hidden="true" className="size-5!" />
    </button>
  );
}
