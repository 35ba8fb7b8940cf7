"use client";

import { productId, type Selection } from "@/components/catalog/use-selection";
import type { ProductSummary } from "@/lib/contracts/catalog";

type SelectBoxProps = { product: ProductSummary; selected: boolean; onSelect: Selection["toggle"] };

export function SelectBox({ product, selected, onSelect }: SelectBoxProps) {
  return (
    <label className="-m-1 inline-grid size-6 flex-none place-items-center">
      <input
        type="checkbox"
        className="check"
        data-select
        checked={selected}
        aria-label={`Select ${product.name}`}
        onChange={(event) => {
          const { nativeEvent } = event;
          onSelect(product, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
      />
    </label>
  );
}

type SelectAllProps = { items: readonly ProductSummary[]; selection: Selection };

/** Takes the rows shown; what the list holds beyond them is offered beside the count. */
export function SelectAll({ items, selection }: SelectAllProps) {
  const count = items.filter(selection.has).length;
  const isAll = count === items.length;
  return (
    <label className="-my-1 mr-1.5 -ml-1 inline-grid size-6 place-items-center align-middle">
      <input
        type="checkbox"
        className="check"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !isAll;
        }}
        aria-label="Select all rows shown"
        onChange={() => {
          const shown = new Set(items.map(productId));
          const others = [...selection.chosen.values()].filter((one) => !shown.has(productId(one)));
          selection.setAll(isAll ? others : [...others, ...items]);
        }}
      />
    </label>
  );
}
