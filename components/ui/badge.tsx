import type { ReactNode } from "react";
import type { Tone } from "@/components/ui/tone";

type BadgeProps = { tone?: Tone; title?: string; className?: string; children: ReactNode };

/** A quiet chip for a state or a property; never pressed. */
export function Badge({ tone = "neutral", title, className = "", children }: BadgeProps) {
  return (
    <span
      data-tone={tone}
      title={title}
      className={`tone rounded-control text-caption font-medium inline-flex items-center gap-1 px-1.5 py-0.5 whitespace-nowrap ${className}`}
    >
      {children}
    </span>
  );
}
