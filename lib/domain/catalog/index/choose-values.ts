import { type CatalogFacet, catalogFacets, isFlagFacet, storedFacets } from "@/lib/domain/catalog/facets";
import type { CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
import { marginBandNames } from "@/lib/domain/pricing/margin-bands";

export type FacetFilters = Readonly<Partial<Record<CatalogFacet, readonly string[]>>>;

/** Values of one facet any of which will do; `explicit` where the query named them. */
export type Choice = { readonly facet: CatalogFacet; readonly codes: readonly number[]; readonly explicit: boolean };

export type Chosen = {
  readonly choices: readonly Choice[];
  readonly dropped: readonly { readonly name: CatalogFacet; readonly value: string }[];
};

export type ValueCodes = Readonly<Record<CatalogFacet, ReadonlyMap<string, number>>>;

export function valueCodes({ facets }: CatalogIndexData): ValueCodes {
  const codesOf = (values: readonly string[]) => new Map(values.map((value, code) => [value, code]));
  const stored = storedFacets.map((name) => [name, codesOf(facets[name].values)] as const);
  return Object.fromEntries([...stored, ["marginBand", codesOf(marginBandNames)]]) as Record<
    CatalogFacet,
    Map<string, number>
  >;
}

/** Archived products stay out unless the query speaks of them. */
export function chooseValues(filters: FacetFilters, codeOf: ValueCodes): Chosen {
  const choices: Choice[] = [];
  const dropped: { name: CatalogFacet; value: string }[] = [];
  for (const facet of catalogFacets) {
    const codes: number[] = [];
    for (const value of new Set(filters[facet] ?? [])) {
      const code = codeOf[facet].get(value);
      if (code !== undefined) codes.push(code);
      // A flag no product has at the moment is an empty answer, not an unknown value.
      else if (isFlagFacet(facet) && (value === "true" || value === "false")) codes.push(-1);
      else dropped.push({ name: facet, value });
    }
    if (codes.length > 0) choices.push({ facet, codes, explicit: true });
    else if (facet === "archived")
      choices.push({ facet, codes: [codeOf.archived.get("false") ?? -1], explicit: false });
  }
  return { choices, dropped };
}
