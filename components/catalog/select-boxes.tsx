"use client";

import type { ChangeEvent } from "react";
import type { ProductTableModel } from "@/components/catalog/table-parts";
import type { ProductSummary } from "@/lib/contracts/catalog";

type SelectBoxProps = {
  product: ProductSummary;
  selected: boolean;
  onToggle: (event: ChangeEvent<HTMLInputElement>) => void;
};

export function SelectBox({ product, selected, onToggle }: SelectBoxProps) {
  return (
    <label className="-m-1 inline-grid size-6 flex-none place-items-center align-middle">
      <input
        type="checkbox"
        className="check"
        data-select
        checked={selected}
        aria-label={`Select ${product.name}`}
        title="Select (x)"
        onChange={onToggle}
      />
    </label>
  );
}

/** Takes the rows shown; what the list holds beyond them is offered beside the count. */
export function SelectAll({ table }: { table: Pick<ProductTableModel, SelectAllParts> }) {
  const isAll = table.getIsAllRowsSelected();
  const isSome = table.getRowModel().rows.some((row) => row.getIsSelected());
  return (
    <label className="-m-1 inline-grid size-6 place-items-center align-middle">
      <input
        type="checkbox"
        className="check"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = isSome && !isAll;
        }}
        aria-label="Select all rows shown"
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    </label>
  );
}

type SelectAllParts = "getIsAllRowsSelected" | "getRowModel" | "getToggleAllRowsSelectedHandler";
