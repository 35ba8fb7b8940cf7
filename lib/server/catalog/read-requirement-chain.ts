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

export function describeChain(
  catalog: Pick<Catalog, "find" | "requiredBy" | "index">,
  ref: ProductRef,
  asked: readonly string[],
): DescribedChain {
  const refs = new Map<string, ProductRef>();
  const idOf = ({ vendor, key }: ProductRef) => {
    const id = `${vendor}/${key}`;
    refs.set(id, { vendor, key });
    return id;
  };
  const refOf = (id: string) => refs.get(id) ?? ref;
  const chain = requirementChain(idOf(ref), {
    groupsOf: (id) => catalog.find(refOf(id))?.requires.map(({ anyOf }) => anyOf.map(idOf)) ?? [],
    dependentsOf: (id) => catalog.requiredBy(refOf(id)).map(idOf),
  });
  const shown = chain.nodes.filter(({ folded }) => folded === 0);
  return { ...chain, products: new Map(shown.map(({ id }) => [id, toTarget(catalog.index, refOf(id), asked)])) };
}
