import type { ReactNode } from "react";

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode; heading?: "h1" | "h2" | "h3" };

/** One sentence and one act. */
export function EmptyState({ title, children, action, heading: Heading = "h2" }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-14 text-center">
      <svg width="56" height="36" viewBox="0 0 56 36" aria-hidden="true" className="text-line-strong mb-2">
        <g fill="none" stroke="currentColor" strokeWidth="1.5">
          <rect x="0.75" y="0.75" width="54.5" height="34.5" rx="5" />
          <path d="M1 11h54M14 11v24M22 19h12M22 27h18M44 19h4M46 27h2" strokeLinecap="round" />
        </g>
      </svg>
      <Heading className="text-title font-strong">{title}</Heading>
      {children ? <div className="text-ink-muted text-reading">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
