"use client";

import { ChevronDown, ChevronUp, GripVertical } from "lucide-react";
import { useRef, useState } from "react";
import { columns, visibleColumns } from "@/components/catalog/columns";
import { densities, type TablePreferences } from "@/components/catalog/preferences";
import { announce } from "@/components/ui/announce";
import { MenuHeading, MenuRule } from "@/components/ui/menu";

type ColumnChooserProps = {
  preferences: TablePreferences;
  onPreferences: (preferences: TablePreferences) => void;
  mayReadCosts: boolean;
};

/** Show, hide and move: by drag or by the two buttons of each column. Product stays first, Price stays shown. */
export default function ColumnChooser({ preferences, onPreferences, mayReadCosts }: ColumnChooserProps) {
  const shown = visibleColumns(preferences.columns, mayReadCosts).filter(({ id }) => id !== "product");
  const order = shown.map(({ id }) => id);
  const hidden = columns.filter(
    ({ id, needsCost }) => id !== "product" && !order.includes(id) && (mayReadCosts || !needsCost),
  );
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const keep = (ids: readonly string[]) => onPreferences({ ...preferences, columns: ids });
  const move = (id: string, to: number) => {
    const next = order.filter((one) => one !== id).toSpliced(to, 0, id);
    keep(next);
    announce(`${titleOf(id)} is column ${to + 2} of ${next.length + 1}`);
  };
  const press = (id: string, step: 1 | -1) => {
    move(id, order.indexOf(id) + step);
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-id="${id}"]`);
      const same = row?.querySelector<HTMLButtonElement>(`[data-step="${step}"]`);
      (same?.disabled ? row?.querySelector<HTMLButtonElement>("button:not(:disabled)") : same)?.focus();
    });
  };
  return (
    <>
      <fieldset>
        <legend className="sr-only">Columns shown, from left to right</legend>
        <ul ref={list} className="max-h-[50vh] overflow-y-auto">
          {shown.map(({ id, title, fixed }, index) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is an extra way; the two buttons do the same
            <li
              key={id}
              data-id={id}
              draggable
              className={`flex items-center ${dragged === id ? "opacity-50" : ""}`}
              onDragStart={() => setDragged(id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => (dragged === null ? undefined : move(dragged, index))}
            >
              <GripVertical aria-hidden="true" className="text-ink-faint cursor-grab" />
              <label className="menu-item">
                <input
                  type="checkbox"
                  className="check"
                  checked
                  disabled={fixed}
                  onChange={() => keep(order.filter((one) => one !== id))}
                />
                {title}
              </label>
              <MoveButton title={title} step={-1} disabled={index === 0} onMove={() => press(id, -1)} />
              <MoveButton title={title} step={1} disabled={index === shown.length - 1} onMove={() => press(id, 1)} />
            </li>
          ))}
          {hidden.map(({ id, title }) => (
            <li key={id} className="pl-4">
              <label className="menu-item text-ink-muted">
                <input type="checkbox" className="check" checked={false} onChange={() => keep([...order, id])} />
                {title}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <button
        type="button"
        className="menu-item text-accent"
        onClick={() => onPreferences({ ...preferences, columns: null })}
      >
        Back to the usual columns
      </button>
      <MenuRule />
      <MenuHeading>Row height</MenuHeading>
      <div className="grid grid-cols-3 gap-1 px-1.5 pb-1">
        {densities.map((density) => (
          <label
            key={density}
            className="has-checked:bg-accent-wash has-checked:text-accent has-focus-visible:outline-accent text-table rounded-control grid h-7 place-items-center capitalize has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="density"
              className="sr-only"
              checked={preferences.density === density}
              onChange={() => onPreferences({ ...preferences, density })}
            />
            {density}
          </label>
        ))}
      </div>
    </>
  );
}

function titleOf(id: string): string {
  return columns.find((column) => column.id === id)?.title ?? id;
}

type MoveButtonProps = { title: string; step: 1 | -1; disabled: boolean; onMove: () => void };

function MoveButton({ title, step, disabled, onMove }: MoveButtonProps) {
  const Icon = step < 0 ? ChevronUp : ChevronDown;
  const words = step < 0 ? "left" : "right";
  return (
    <button
      type="button"
      className="btn size-6"
      data-tone="quiet"
      data-square
      data-step={step}
      disabled={disabled}
      aria-label={`Move ${title} ${words}`}
      title={`Move ${words}`}
      onClick={onMove}
    >
      <Icon aria-hidden="true" />
    </button>
  );
}
