import type { TaxonomyLists } from "@/components/settings/taxonomy-draft";
import { PlaceWords } from "@/components/settings/taxonomy-table";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import type { TaxonomyRowDto } from "@/lib/contracts/catalog-settings";

type IdleMappingsProps = {
  rows: readonly TaxonomyRowDto[];
  lists: TaxonomyLists;
  mayWrite: boolean;
  onRemove: (service: string) => void;
};

/** Mappings that wait for a service to come. */
export function IdleMappings({ rows, lists, mayWrite, onRemove }: IdleMappingsProps) {
  if (rows.length === 0) return null;
  return (
    <details className="panel">
      <summary className="px-4 py-3 font-medium">
        {formatCount(rows.length, "mapping")} for services that are not in the catalog now
      </summary>
      <ul className="border-t">
        {rows.map((row) => (
          <li key={row.service} className="flex items-start gap-3 px-4 py-2 not-last:border-b">
            <span className="w-40 shrink-0 font-medium wrap-anywhere">{row.service}</span>
            <span className="text-table min-w-0 flex-1">
              <PlaceWords row={row} lists={lists} />
            </span>
            {mayWrite ? (
              <Button
                size="small"
                tone="quiet"
                aria-label={`Remove the mapping of ${row.service}`}
                onClick={() => onRemove(row.service)}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
