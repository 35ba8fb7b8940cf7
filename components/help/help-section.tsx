import type { ReactNode } from "react";
import { PanelHeading } from "@/components/ui/panel";

type HelpSectionProps = { id: string; title: string; children: ReactNode };

export function HelpSection({ id, title, children }: HelpSectionProps) {
  return (
    <section aria-labelledby={id} className="panel">
      <PanelHeading id={id}>{title}</PanelHeading>
      <div className="grid gap-3 px-4 py-3.5">{children}</div>
    </section>
  );
}
