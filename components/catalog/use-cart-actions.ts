"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { announce } from "@/components/ui/announce";
import { toast } from "@/components/ui/toast";
import { useActiveCartLines, useAddToCart, useSetQuantity } from "@/lib/client/active-cart-queries";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import type { CartLineDto } from "@/lib/contracts/cart-line";

export type Addable = {
  vendor: string;
  key: string;
  name: string;
  minimum: string;
  price: { currency: string } | null;
};

export type CartActions = {
  /** The product's line in the active cart. */
  readonly lineOf: (product: Addable) => CartLineDto | undefined;
  readonly add: (product: Addable, quantity?: string) => void;
  readonly setQuantity: (lineId: string, quantity: string) => void;
  /** Added a moment ago, the answer still under way. */
  readonly isAdding: (product: Addable) => boolean;
  /** Why the last try was refused, on the product it concerned. */
  readonly refusalOf: (product: Addable) => string | null;
};

const idOf = ({ vendor, key }: { vendor: string; key: string }) => `${vendor}/${key}`;

export function useCartActions(): CartActions {
  const lines = useActiveCartLines();
  const addToCart = useAddToCart();
  const change = useSetQuantity();
  const { mutateAsync: addLine } = addToCart;
  const { mutate: changeLine } = change;
  const underWay = useRef(new Set<string>());
  const [adding, setAdding] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const byProduct = useMemo(() => new Map(lines.map((line) => [idOf(line), line])), [lines]);

  const add = useCallback(
    (product: Addable, quantity: string = offerQuantity(product)) => {
      const id = idOf(product);
      if (underWay.current.has(id)) return;
      underWay.current.add(id);
      setAdding(new Set(underWay.current));
      setRefusals((before) => new Map([...before].filter(([one]) => one !== id)));
      const line = { vendor: product.vendor, key: product.key, quantity };
      // The promise of each: several may be under way, and what is handed to a mutation is called for the last one only.
      void addLine({ line, currency: product.price?.currency ?? "USD" })
        .then(
          (cart) => announce(`${product.name} is in cart ${cart.name}`),
          ({ message }: Error) => {
            setRefusals((before) => new Map(before).set(id, message));
            toast(`${product.name} was not added: ${message}`, { tone: "loss" });
          },
        )
        .finally(() => {
          underWay.current.delete(id);
          setAdding(new Set(underWay.current));
        });
    },
    [addLine],
  );
  const setQuantity = useCallback(
    (lineId: string, quantity: string) =>
      changeLine({ lineId, quantity }, { onError: (error) => toast(error.message, { tone: "loss" }) }),
    [changeLine],
  );
  return {
    lineOf: (product) => byProduct.get(idOf(product)),
    add,
    setQuantity,
    isAdding: (product) => adding.has(idOf(product)),
    refusalOf: (product) => refusals.get(idOf(product)) ?? null,
  };
}
