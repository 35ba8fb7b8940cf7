import { changeTones, changeWords } from "@/components/changes/change-words";
import { ChangeValues } from "@/components/changes/change-values";
import { productPath } from "@/components/product/product-path";
import { Badge } from "@/components/ui/badge";
import { HoverLink } from "@/components/ui/hover-link";
import { LocalTime } from "@/components/ui/local-time";
import type { ChangeDto } from "@/lib/contracts/changes";

type ChangeTableProps = { changes: readonly ChangeDto[]; labels: Readonly<Record<string, string>> };

export function ChangeTable({ changes, labels }: ChangeTableProps) {
  return (
    <div className="panel overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Changes in the vendors’ catalogs, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col" className="max-sm:hidden">
              Change
            </th>
            <th scope="col">Before → now</th>
            <th scope="col" className="max-lg:hidden">
              About
            </th>
            <th scope="col" className="max-sm:hidden">
              Found
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.id} className="hover:bg-wash h-10">
              <th scope="row" className="max-w-40 sm:max-w-96 sm:min-w-48">
                <ProductName change={change} />
                <span className="text-caption text-ink-muted block max-sm:wrap-anywhere sm:truncate">
                  {labels[change.vendor] ?? change.vendor} · <span className="part-number">{change.key}</span>
                </span>
                <span className="text-caption text-ink-muted block font-normal sm:hidden">
                  <LocalTime iso={change.at} />
                </span>
              </th>
              <td className="max-sm:hidden">
                <Badge tone={changeTones[change.kind]}>{changeWords[change.kind]}</Badge>
              </td>
              <td className="min-w-36 sm:min-w-44">
                <span className="mb-0.5 block sm:hidden">
                  <Badge tone={changeTones[change.kind]}>{changeWords[change.kind]}</Badge>
                </span>
                <ChangeValues before={change.old} after={change.new} />
                <span className="text-caption text-ink-muted block lg:hidden">{change.what}</span>
              </td>
              <td className="text-ink-muted max-lg:hidden">{change.what}</td>
              <td className="text-ink-muted whitespace-nowrap max-sm:hidden">
                <LocalTime iso={change.at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is gone has no page any more. */
function ProductName({ change }: { change: ChangeDto }) {
  if (change.kind === "gone") return <span className="font-medium">{change.name}</span>;
  return (
    <HoverLink href={productPath(change)} className="quiet-link font-medium">
      {change.name}
    </HoverLink>
  );
}
