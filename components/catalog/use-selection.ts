"use client";

import type { RowSelectionState, Updater } from "@tanstack/react-table";
import { useCallback, useMemo, useState } from "react";
import { announce } from "@/components/ui/announce";
import { formatCount } from "@/components/ui/format";
import { SELECTED_MAX } from "@/lib/client/bulk-queries";
import type { ProductSummary } from "@/lib/contracts/catalog";

type Chosen = ReadonlyMap<string, ProductSummary>;

export type Selection = {
  readonly chosen: Chosen;
  /** The same as the table knows it. */
  readonly rowSelection: RowSelectionState;
  readonly onRowSelectionChange: (updater: Updater<RowSelectionState>) => void;
  /** In the place of what is selected; nothing once that was cleared while these were on their way. */
  readonly widen: (products: readonly ProductSummary[]) => void;
  readonly clear: () => void;
  /** How many a new search took out of the selection; 0 = nothing to tell. */
  readonly lost: number;
  readonly putBack: () => void;
  readonly forgetLost: () => void;
};

const none: Chosen = new Map();

export const productId = ({ vendor, key }: { vendor: string; key: string }) => `${vendor}/${key}`;

/**
 * Rows stay selected while they are sorted and more are loaded, so the products are kept and not only their ids;
 * another search or filter begins anew and says so.
 */
export function useSelection(list: string, items: readonly ProductSummary[]): Selection {
  const [chosen, setChosen] = useState(none);
  const [lost, setLost] = useState(none);
  const [of, setOf] = useState(list);
  const rowSelection = useMemo(() => asRowSelection(chosen), [chosen]);

  if (of !== list) {
    setOf(list);
    setLost(chosen);
    setChosen(none);
    if (chosen.size > 0) announce(`The list changed; ${formatCount(chosen.size, "row")} no longer selected`);
  }

  const onRowSelectionChange = useCallback(
    (updater: Updater<RowSelectionState>) => {
      setLost(none);
      setChosen((before) => {
        const wanted = typeof updater === "function" ? updater(asRowSelection(before)) : updater;
        const shown = new Map(items.map((product) => [productId(product), product]));
        const products = Object.keys(wanted).flatMap((id) => before.get(id) ?? shown.get(id) ?? []);
        return byId(products);
      });
    },
    [items],
  );
  return {
    chosen,
    rowSelection,
    onRowSelectionChange,
    widen: (products) => setChosen((before) => (before.size === 0 ? before : byId(products))),
    clear: () => {
      setChosen(none);
      announce("Nothing selected");
    },
    lost: lost.size,
    putBack: () => {
      setChosen(lost);
      setLost(none);
    },
    forgetLost: () => setLost(none),
  };
}

function byId(products: readonly ProductSummary[]): Chosen {
  return new Map(products.slice(0, SELECTED_MAX).map((product) => [productId(product), product]));
}

function asRowSelection(chosen: Chosen): RowSelectionState {
  return Object.fromEntries([...chosen.keys()].map((id) => [id, true as const]));
}
