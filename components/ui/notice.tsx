import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "@/components/ui/tone";

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; leave it out for what is there from the start. */
  role?: "alert" | "status";
  className?: string;
};

const icons = {
  loss: OctagonAlert,
  low: TriangleAlert,
  stale: TriangleAlert,
  good: CircleCheck,
  info: Info,
  accent: Info,
  neutral: Info,
};

/** A washed strip: what happened at the left, what to do about it at the right. */
export function Notice({ tone = "info", title, children, actions, role, className = "" }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      role={role}
      data-tone={tone}
      className={`tone rounded-control flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2 ${className}`}
    >
      <Icon aria-hidden="true" className="self-start mt-0.5" />
      <div className="min-w-48 flex-1">
        {title ? <p className="font-strong">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
