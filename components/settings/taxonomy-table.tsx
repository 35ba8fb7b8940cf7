import { hasOwnRow, isEmptyRow, type ServiceLine, type TaxonomyLists } from "@/components/settings/taxonomy-draft";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatCount, formatNumber } from "@/components/ui/format";
import type { TaxonomyRowDto } from "@/lib/contracts/catalog-settings";
import type { TaxonomyRow } from "@/lib/domain/catalog/taxonomy";

type TaxonomyTableProps = {
  lines: readonly ServiceLine[];
  rows: readonly TaxonomyRowDto[];
  lists: TaxonomyLists;
  mayWrite: boolean;
  onOpen: (line: ServiceLine) => void;
};

export function TaxonomyTable({ lines, rows, lists, mayWrite, onOpen }: TaxonomyTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">Services and where their products stand, those without a place first</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" className="num max-sm:hidden">
              Products
            </th>
            <th scope="col">Stands under</th>
            {mayWrite ? (
              <th scope="col">
                <span className="sr-only">Change</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" className="min-w-34 text-start align-top sm:min-w-36">
                <span className="text-control font-medium max-sm:wrap-anywhere">{line.facts.service}</span>
                <span className="text-ink-muted block">{line.facts.vendorLabel}</span>
                <span className="text-ink-muted block sm:hidden">{formatCount(line.toMap, "product")}</span>
              </th>
              <td className="num align-top max-sm:hidden">{formatNumber(String(line.toMap))}</td>
              <td className="align-top sm:w-full sm:min-w-48">
                <Place line={line} own={hasOwnRow(rows, line.facts.service)} lists={lists} />
                {line.moved > 0 ? (
                  <span className="text-caption text-accent mt-0.5 block">
                    not saved: {formatCount(line.moved, "product")} {line.moved === 1 ? "moves" : "move"}
                  </span>
                ) : null}
              </td>
              {mayWrite ? (
                <td className="align-top">
                  <Button
                    size="small"
                    aria-haspopup="dialog"
                    aria-label={`${line.mapping ? "Change" : "Map"} ${line.facts.service}`}
                    onClick={() => onOpen(line)}
                  >
                    {line.mapping ? "Change" : "Map"}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Place({ line: { mapping }, own, lists }: { line: ServiceLine; own: boolean; lists: TaxonomyLists }) {
  if (!mapping) return <Badge tone="low">Not mapped</Badge>;
  if (isEmptyRow(mapping.row)) return <span className="text-ink-muted">Nothing, on purpose</span>;
  return (
    <>
      <PlaceWords row={mapping.row} lists={lists} />
      {own ? null : <span className="text-ink-muted block">as {mapping.name}</span>}
    </>
  );
}

/** Categories in ink, topics and the service type quieter beneath. */
export function PlaceWords({ row, lists }: { row: TaxonomyRow; lists: TaxonomyLists }) {
  const labels = (values: readonly string[], known: TaxonomyLists["topics"]) =>
    values.map((value) => known.find((one) => one.value === value)?.label ?? value);
  const quiet = [
    ...labels(row.topics, lists.topics),
    ...labels(row.serviceType === null ? [] : [row.serviceType], lists.serviceTypes),
  ];
  return (
    <>
      <span>{labels(row.categories, lists.categories).join(" · ") || "No category"}</span>
      {quiet.length > 0 ? <span className="text-ink-muted block">{quiet.join(" · ")}</span> : null}
    </>
  );
}
