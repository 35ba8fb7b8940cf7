import { type TaxonomyDto, TaxonomySchema } from "@/lib/contracts/catalog-settings";
import { defaultTaxonomy } from "@/lib/domain/catalog/default-taxonomy";
import type { TaxonomyTable } from "@/lib/domain/catalog/taxonomy";
import { AppError } from "@/lib/server/app-error";
import type { IfMatch } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { changeSetting, readSetting, type Setting, type StoredSetting } from "@/lib/server/settings/stored-setting";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export const taxonomySetting: Setting<TaxonomyDto> = {
  key: "taxonomy",
  defaults: fromTable(defaultTaxonomy),
  read: (stored) => TaxonomySchema.parse(stored),
};

/** The values the vendors themselves use; a mapping may hold no others. */
export type TaxonomyChoices = Readonly<Record<"categories" | "topics" | "serviceTypes", ReadonlySet<string>>>;

export function showTaxonomy(desk: Pick<Desk, "db">, _viewer: Viewer): Promise<StoredSetting<TaxonomyDto>> {
  return readSetting(desk.db, taxonomySetting);
}

export async function saveTaxonomy(
  desk: Pick<Desk, "db" | "now">,
  viewer: Viewer,
  ifMatch: IfMatch,
  { taxonomy, choices }: { readonly taxonomy: TaxonomyDto; readonly choices: TaxonomyChoices },
): Promise<StoredSetting<TaxonomyDto>> {
  requireRight(viewer, "settings:write");
  refuseOwnWords(taxonomy, choices, (await readSetting(desk.db, taxonomySetting)).value);
  return changeSetting(desk, viewer, taxonomySetting, { ifMatch, value: inOrder(taxonomy) });
}

export function toTable({ rows }: TaxonomyDto): TaxonomyTable {
  return new Map(rows.map(({ service, ...row }) => [service.toUpperCase(), row]));
}

function fromTable(table: TaxonomyTable): TaxonomyDto {
  const rows = [...table].map(([service, { categories, topics, serviceType }]) => ({
    service,
    categories: [...categories],
    topics: [...topics],
    serviceType,
  }));
  return inOrder({ rows });
}

function inOrder({ rows }: TaxonomyDto): TaxonomyDto {
  const named = rows.map((row) => ({ ...row, service: row.service.toUpperCase() }));
  return { rows: named.sort((a, b) => (a.service < b.service ? -1 : 1)) };
}

/** What a mapping held before may stay, although its vendor dropped it from the list meanwhile. */
function refuseOwnWords({ rows }: TaxonomyDto, choices: TaxonomyChoices, before: TaxonomyDto): void {
  const kept = (values: readonly string[], known: ReadonlySet<string>) => new Set([...known, ...values]);
  const categories = kept(
    before.rows.flatMap((row) => row.categories),
    choices.categories,
  );
  const topics = kept(
    before.rows.flatMap((row) => row.topics),
    choices.topics,
  );
  const serviceTypes = kept(
    before.rows.flatMap(({ serviceType }) => serviceType ?? []),
    choices.serviceTypes,
  );
  const errors = rows.flatMap((row, i) => {
    const strange = (
      field: "categories" | "topics" | "serviceType",
      values: readonly string[],
      known: ReadonlySet<string>,
    ) =>
      values
        .filter((value) => !known.has(value))
        .map((value) => ({
          path: `body.rows.${i}.${field}`,
          message: `${row.service}: no vendor lists “${value}”`,
        }));
    return [
      ...strange("categories", row.categories, categories),
      ...strange("topics", row.topics, topics),
      ...strange("serviceType", row.serviceType === null ? [] : [row.serviceType], serviceTypes),
    ];
  });
  if (errors[0]) throw new AppError("invalid", errors[0].message, { errors });
}
