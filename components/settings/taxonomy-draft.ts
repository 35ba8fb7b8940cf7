import type { CatalogServiceDto, TaxonomyRowDto } from "@/lib/contracts/catalog-settings";
import { productsMoved, productsToMap } from "@/lib/domain/catalog/service-facts";
import { type TaxonomyRow, type TaxonomyTable, taxonomyRowOf } from "@/lib/domain/catalog/taxonomy";

export type TaxonomyValue = { readonly value: string; readonly label: string };
export type TaxonomyLists = Readonly<Record<"categories" | "topics" | "serviceTypes", readonly TaxonomyValue[]>>;

/** A service of the catalog with the mapping that serves it. */
export type ServiceLine = {
  readonly key: string;
  readonly facts: CatalogServiceDto;
  /** Products a mapping shows on. */
  readonly toMap: number;
  readonly mapping: { readonly name: string; readonly row: TaxonomyRow } | null;
  /** Products that would stand elsewhere than they do now. */
  readonly moved: number;
};

export function tableOf(rows: readonly TaxonomyRowDto[]): TaxonomyTable {
  return new Map(rows.map((row) => [row.service.toUpperCase(), row]));
}

/** What is not mapped first, then by name; the order is that of what is saved, so that nothing jumps while one edits. */
export function serviceLines(
  services: readonly CatalogServiceDto[],
  drafted: readonly TaxonomyRowDto[],
  saved: readonly TaxonomyRowDto[],
): ServiceLine[] {
  const [draft, before] = [tableOf(drafted), tableOf(saved)];
  return services
    .map((facts) => {
      const mapping = taxonomyRowOf(facts.service, draft);
      const was = taxonomyRowOf(facts.service, before)?.row ?? null;
      return {
        line: {
          key: `${facts.vendor} ${facts.service}`,
          facts,
          toMap: productsToMap(facts),
          mapping,
          moved: productsMoved(facts, was, mapping?.row ?? null),
        },
        isMapped: was !== null,
      };
    })
    .filter(({ line }) => line.toMap > 0)
    .sort((a, b) => Number(a.isMapped) - Number(b.isMapped))
    .map(({ line }) => line);
}

/** Rows that serve no service of the catalog at the moment. */
export function idleRows(services: readonly CatalogServiceDto[], rows: readonly TaxonomyRowDto[]): TaxonomyRowDto[] {
  const table = tableOf(rows);
  const used = new Set(services.map(({ service }) => taxonomyRowOf(service, table)?.name));
  return rows.filter(({ service }) => !used.has(service.toUpperCase()));
}

export function withRow(rows: readonly TaxonomyRowDto[], row: TaxonomyRowDto): TaxonomyRowDto[] {
  return [...withoutRow(rows, row.service), row];
}

export function withoutRow(rows: readonly TaxonomyRowDto[], service: string): TaxonomyRowDto[] {
  return rows.filter((row) => row.service.toUpperCase() !== service.toUpperCase());
}

export function hasOwnRow(rows: readonly TaxonomyRowDto[], service: string): boolean {
  return rows.some((row) => row.service.toUpperCase() === service.toUpperCase());
}

export function isEmptyRow({ categories, topics, serviceType }: TaxonomyRow): boolean {
  return categories.length === 0 && topics.length === 0 && serviceType === null;
}
