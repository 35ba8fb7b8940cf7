import { Printer } from "lucide-react";
import type { Paper } from "@/components/document/page-rules";
import { Panel, PanelHeading } from "@/components/ui/panel";

type PrintLinksProps = { number: string; version: number; paper: Paper };

/** The paper that the customer's country prints on comes first. */
export function PrintLinks({ number, version, paper }: PrintLinksProps) {
  const base = `/quotes/${number}/v${version}/print`;
  const links = [
    { paper: "a4", label: "A4" },
    { paper: "letter", label: "Letter" },
  ].sort((a, b) => Number(b.paper === paper) - Number(a.paper === paper));
  return (
    <Panel aria-labelledby="print-title">
      <PanelHeading id="print-title">Print or PDF</PanelHeading>
      <p className="flex gap-2 px-4 py-3">
        {links.map((link) => (
          <a
            key={link.paper}
            href={`${base}?paper=${link.paper}`}
            target="_blank"
            rel="noopener"
            className="btn"
            data-tone="plain"
          >
            <Printer aria-hidden="true" />
            {link.label}
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        ))}
      </p>
    </Panel>
  );
}
