import { createIntList } from "@/lib/domain/catalog/index/growing";
import { addressText, type CatalogIndexData } from "@/lib/domain/catalog/index/index-data";
import { indexOfText } from "@/lib/domain/catalog/index/string-table";
import type { Product } from "@/lib/domain/catalog/product";

/** Turns "requires" round: for every product those that name it. Targets outside the catalog are left out. */
export function createDependentsBuilder() {
  const targetIds = new Map<string, number>();
  const [targets, sources] = [createIntList(), createIntList()];
  let added = 0;
  return {
    add(product: Pick<Product, "requires">): void {
      const addresses = product.requires.flatMap((group) =>
        group.anyOf.map(({ vendor, key }) => addressText(vendor, key)),
      );
      for (const address of new Set(addresses)) {
        const id = targetIds.get(address) ?? targetIds.size;
        targetIds.set(address, id);
        targets.push(id);
        sources.push(added);
      }
      added += 1;
    },
    finish(rowOf: Int32Array, { table, rows }: CatalogIndexData["addresses"]): CatalogIndexData["dependents"] {
      const targetRows = Int32Array.from(targetIds.keys(), (address) => rows[indexOfText(table, address)] ?? -1);
      const pairs: { readonly target: number; readonly source: number }[] = [];
      targets.take().forEach((id, i) => {
        const target = targetRows[id] ?? -1;
        if (target >= 0) pairs.push({ target, source: rowOf[sources.at(i)] ?? 0 });
      });
      pairs.sort((a, b) => a.target - b.target || a.source - b.source);
      const starts = new Int32Array(rowOf.length + 1);
      for (const { target } of pairs) starts[target + 1] = (starts[target + 1] ?? 0) + 1;
      for (let row = 1; row < starts.length; row += 1) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
      return { starts, rows: Int32Array.from(pairs, ({ source }) => source) };
    },
  };
}
