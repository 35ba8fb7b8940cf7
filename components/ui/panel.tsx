import type { ComponentProps, ReactNode } from "react";

export function Panel({ className = "", ...rest }: ComponentProps<"section">) {
  return <section {...rest} className={`panel ${className}`} />;
}

type PanelHeadingProps = { id?: string; children: ReactNode; aside?: ReactNode };

/** The head of a panel: one title, and at its right one quiet word or act. */
export function PanelHeading({ id, children, aside }: PanelHeadingProps) {
  return (
    <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-2">
      <h2 id={id} className="text-reading font-strong">
        {children}
      </h2>
      {aside ? <div className="text-table text-ink-muted flex items-center gap-2">{aside}</div> : null}
    </header>
  );
}
