"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { formatCount } from "@/components/ui/format";
import { SELECTED_MAX } from "@/lib/client/bulk-queries";
import type { ProductSummary } from "@/lib/contracts/catalog";

type Chosen = ReadonlyMap<string, ProductSummary>;

export type Selection = {
  readonly chosen: Chosen;
  readonly has: (product: ProductSummary) => boolean;
  /** `range` takes along everything between this row and the one pressed before. */
  readonly toggle: (product: ProductSummary, range: boolean) => void;
  readonly setAll: (products: readonly ProductSummary[]) => void;
  readonly clear: () => void;
  /** How many a new search took out of the selection; 0 = nothing to tell. */
  readonly lost: number;
  readonly putBack: () => void;
  readonly forgetLost: () => void;
};

const none: Chosen = new Map();

export const productId = ({ vendor, key }: { vendor: string; key: string }) => `${vendor}/${key}`;

/** Rows stay selected while they are sorted and more are loaded; another search or filter begins anew and says so. */
export function useSelection(list: string, items: readonly ProductSummary[]): Selection {
  const [chosen, setChosen] = useState(none);
  const [lost, setLost] = useState(none);
  const [of, setOf] = useState(list);
  const anchor = useRef<string | null>(null);
  const shown = useRef(items);
  useEffect(() => {
    shown.current = items;
  }, [items]);

  if (of !== list) {
    setOf(list);
    setLost(chosen);
    setChosen(none);
    if (chosen.size > 0) announce(`The list changed; ${formatCount(chosen.size, "row")} no longer selected`);
  }

  const toggle = useCallback((product: ProductSummary, range: boolean) => {
    const id = productId(product);
    const from = anchor.current;
    anchor.current = id;
    setLost(none);
    setChosen((before) => {
      const next = new Map(before);
      const on = !before.has(id);
      const rows = range && from !== null ? between(shown.current, from, id) : [product];
      for (const row of rows) {
        if (!on) next.delete(productId(row));
        else if (next.size < SELECTED_MAX) next.set(productId(row), row);
      }
      return next;
    });
  }, []);

  const setAll = (products: readonly ProductSummary[]) => {
    setLost(none);
    setChosen(new Map(products.slice(0, SELECTED_MAX).map((product) => [productId(product), product])));
  };
  return {
    chosen,
    has: (product) => chosen.has(productId(product)),
    toggle,
    setAll,
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

function between(items: readonly ProductSummary[], from: string, to: string): readonly ProductSummary[] {
  const ids = items.map(productId);
  const [first, last] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b);
  if (first === undefined || last === undefined || first < 0) return items.filter((one) => productId(one) === to);
  return items.slice(first, last + 1);
}
