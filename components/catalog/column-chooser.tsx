"use client";

import { ChevronLeft, ChevronRight, GripVertical } from "lucide-react";
import { useRef, useState } from "react";
import { densities, type Density } from "@/components/catalog/preferences";
import type { ProductColumn, ProductTableModel } from "@/components/catalog/table-parts";
import { announce } from "@/components/ui/announce";
import { MenuHeading, MenuRule } from "@/components/ui/menu";

export type ColumnChooserProps = {
  table: ProductTableModel;
  density: Density;
  onDensity: (density: Density) => void;
  onReset: () => void;
};

const titleOf = (column: ProductColumn) => column.columnDef.meta?.title ?? column.id;

/** Show, hide and move: by drag or by the two buttons of each column. Product stays first, Price stays shown. */
export default function ColumnChooser({ table, density, onDensity, onReset }: ColumnChooserProps) {
  const shown = table.getCenterVisibleLeafColumns();
  const hidden = table.getCenterLeafColumns().filter((column) => !column.getIsVisible());
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<ProductColumn | null>(null);
  const move = (column: ProductColumn, to: number) => {
    const order = shown.map(({ id }) => id).filter((id) => id !== column.id);
    table.setColumnOrder(order.toSpliced(to, 0, column.id));
    announce(`${titleOf(column)} is column ${to + 2} of ${shown.length + 1}`);
  };
  const press = (column: ProductColumn, step: 1 | -1) => {
    move(column, column.getIndex("center") + step);
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-id="${column.id}"]`);
      const same = row?.querySelector<HTMLButtonElement>(`[data-step="${step}"]`);
      (same?.disabled ? row?.querySelector<HTMLButtonElement>("button:not(:disabled)") : same)?.focus();
    });
  };
  return (
    <>
      <fieldset>
        <legend className="text-caption text-ink-muted px-2.5 pt-1.5 pb-1 font-medium">
          Columns after Product, from left to right
        </legend>
        <ul ref={list} className="max-h-[50vh] overflow-y-auto">
          {shown.map((column, index) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is an extra way; the two buttons do the same
            <li
              key={column.id}
              data-id={column.id}
              draggable
              className={`flex items-center ${dragged === column ? "opacity-50" : ""}`}
              onDragStart={() => setDragged(column)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => (dragged === null ? undefined : move(dragged, index))}
            >
              <GripVertical aria-hidden="true" className="text-ink-faint cursor-grab" />
              <ColumnBox column={column} />
              <MoveButton column={column} step={-1} disabled={index === 0} onMove={press} />
              <MoveButton column={column} step={1} disabled={index === shown.length - 1} onMove={press} />
            </li>
          ))}
          {hidden.map((column) => (
            <li key={column.id} className="text-ink-muted pl-4">
              <ColumnBox column={column} />
            </li>
          ))}
        </ul>
      </fieldset>
      <button type="button" className="menu-item text-accent" onClick={onReset}>
        Back to the usual columns
      </button>
      <MenuRule />
      <MenuHeading>Row height</MenuHeading>
      <div className="grid grid-cols-3 gap-1 px-1.5 pb-1">
        {densities.map((one) => (
          <label
            key={one}
            className="has-checked:bg-accent-wash has-checked:text-accent has-focus-visible:outline-accent text-table rounded-control grid h-7 place-items-center capitalize has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="density"
              className="sr-only"
              checked={density === one}
              onChange={() => onDensity(one)}
            />
            {one}
          </label>
        ))}
      </div>
    </>
  );
}

function ColumnBox({ column }: { column: ProductColumn }) {
  return (
    <label className="menu-item">
      <input
        type="checkbox"
        className="check"
        checked={column.getIsVisible()}
        disabled={!column.getCanHide()}
        onChange={column.getToggleVisibilityHandler()}
      />
      {titleOf(column)}
    </label>
  );
}

type MoveButtonProps = {
  column: ProductColumn;
  step: 1 | -1;
  disabled: boolean;
  onMove: (column: ProductColumn, step: 1 | -1) => void;
};

function MoveButton({ column, step, disabled, onMove }: MoveButtonProps) {
  const Icon = step < 0 ? ChevronLeft : ChevronRight;
  const words = step < 0 ? "left" : "right";
  return (
    <button
      type="button"
      className="btn size-6"
      data-tone="quiet"
      data-square
      data-step={step}
      disabled={disabled}
      aria-label={`Move ${titleOf(column)} ${words}`}
      title={`Move ${words}`}
      onClick={() => onMove(column, step)}
    >
      <Icon aria-hidden="true" />
    </button>
  );
}
