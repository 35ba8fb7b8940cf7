import type { ProductRef } from "@/lib/domain/catalog/product";
import { type RequirementChain, requirementChain } from "@/lib/domain/dependencies/requirement-chain";
import { type Catalog, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { type RequirementTargetDto, toTarget } from "@/lib/server/catalog/to-product";
import type { Viewer } from "@/lib/server/viewer";

/** The chain with what its boxes show; `products` has an entry for every node that is no fold. */
export type DescribedChain = RequirementChain & { readonly products: ReadonlyMap<string, RequirementTargetDto> };

/** What a product needs and who needs it, through all steps worth drawing. */
export async function readRequirementChain(
  _viewer: Viewer,
  { currency, ...ref }: ProductRef & { readonly currency: string | null },
): Promise<DescribedChain> {
  return describeChain(await currentCatalog(), ref, currency === null ? [] : [currency]);
}

/** Products go by their row, so that of a thousand dependents only those that are drawn are looked at. */
export function describeChain(
  { index, find }: Pick<Catalog, "find" | "index">,
  ref: ProductRef,
  asked: readonly string[],
): DescribedChain {
  const missing = new Map<string, ProductRef>();
  const idOf = (wanted: ProductRef) => {
    const row = index.findRow(wanted);
    if (row !== null) return rowId(row);
    const id = JSON.stringify([wanted.vendor, wanted.key]);
    missing.set(id, wanted);
    return id;
  };
  const refOf = (id: string): ProductRef => {
    const row = rowOfId(id);
    if (row === null) return missing.get(id) ?? ref;
    return { vendor: index.vendorOf(row), key: index.listRow(row).key };
  };
  const chain = requirementChain(idOf(ref), {
    groupsOf: (id) => find(refOf(id))?.requires.map(({ anyOf }) => anyOf.map(idOf)) ?? [],
    dependentsOf: (id) => index.dependentsOf(rowOfId(id) ?? -1).map(rowId),
  });
  const shown = chain.nodes.filter(({ folded }) => folded === 0);
  return { ...chain, products: new Map(shown.map(({ id }) => [id, toTarget(index, refOf(id), asked)])) };
}

function rowId(row: number): string {
  return `row ${row}`;
}

function rowOfId(id: string): number | null {
  const [, digits] = /^row (\d+)$/.exec(id) ?? [];
  return digits === undefined ? null : Number.parseInt(digits, 10);
}
