import { productPath } from "@/components/product/product-path";
import { findingWords } from "@/components/status/status-words";
import { HoverLink } from "@/components/ui/hover-link";
import type { FindingDto } from "@/lib/contracts/changes";

type FindingsTableProps = { findings: readonly FindingDto[]; labels: Readonly<Record<string, string>> };

export function FindingsTable({ findings, labels }: FindingsTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Findings in the vendors’ data</caption>
        <thead>
          <tr>
            <th scope="col">Product or record</th>
            <th scope="col" className="max-sm:hidden">
              Finding
            </th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id} className="h-10">
              <th scope="row" className="sm:min-w-40">
                <FindingName finding={finding} />
                <span className="text-caption text-ink-muted block">{labels[finding.vendor] ?? finding.vendor}</span>
              </th>
              <td className="whitespace-nowrap max-sm:hidden">{findingWords[finding.kind]}</td>
              <td className="min-w-44 sm:min-w-56">
                <span className="block font-medium sm:hidden">{findingWords[finding.kind]}</span>
                {finding.reason}
                {finding.excerpt ? <Excerpt text={finding.excerpt} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FindingName({ finding: { vendor, key, name } }: { finding: FindingDto }) {
  if (key === null) return <span className="part-number">{name ?? "without a number"}</span>;
  return (
    <HoverLink href={productPath({ vendor, key })} className="quiet-link font-medium">
      {name ?? key}
    </HoverLink>
  );
}

function Excerpt({ text }: { text: string }) {
  return (
    <details className="text-caption text-ink-muted mt-1">
      <summary>What the vendor sent</summary>
      <code className="part-number block max-w-2xl py-1 break-all">{text}</code>
    </details>
  );
}
