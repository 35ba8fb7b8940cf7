import type { ReactNode } from "react";

type MoneyRowProps = { label: string; note?: string | null; strong?: boolean; rule?: boolean; children: ReactNode };

/** A name at the left, its figure at the right; all figures of a panel share their right edge. */
export function MoneyRow({ label, note = null, strong, rule, children }: MoneyRowProps) {
  return (
    <div className={`flex items-baseline justify-between gap-4 ${rule ? "mt-1.5 border-t pt-2.5" : ""}`}>
      <dt className={strong ? "font-strong" : "text-ink-muted"}>
        {label}
        {note ? <span className="text-caption text-ink-faint font-body ml-1.5">{note}</span> : null}
      </dt>
      <dd className={`figures text-right ${strong ? "text-title font-strong" : "text-reading"}`}>{children}</dd>
    </div>
  );
}
