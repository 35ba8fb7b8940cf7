"use client";

import { useMemo, useState } from "react";
import { announce } from "@/components/ui/announce";
import { toast } from "@/components/ui/toast";
import { useActiveCart, useActiveCartLines, useAddToCart, useSetQuantity } from "@/lib/client/active-cart-queries";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import type { CartLineDto } from "@/lib/contracts/cart";

export type Addable = {
  vendor: string;
  key: string;
  name: string;
  minimum: string;
  price: { currency: string } | null;
};

export type CartActions = {
  readonly cartId: string | null;
  /** The product's line in the active cart. */
  readonly lineOf: (product: Addable) => CartLineDto | undefined;
  readonly add: (product: Addable, quantity?: string, plan?: string) => void;
  readonly setQuantity: (lineId: string, quantity: string) => void;
  /** Added a moment ago, the answer still under way. */
  readonly isAdding: (product: Addable) => boolean;
  /** Why the last try was refused, on the product it concerned. */
  readonly refusalOf: (product: Addable) => string | null;
};

const idOf = ({ vendor, key }: { vendor: string; key: string }) => `${vendor}/${key}`;

export function useCartActions(): CartActions {
  const { active } = useActiveCart();
  const lines = useActiveCartLines();
  const addToCart = useAddToCart();
  const change = useSetQuantity();
  const [adding, setAdding] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const byProduct = useMemo(() => new Map(lines.map((line) => [idOf(line), line])), [lines]);

  const settle = (id: string) => setAdding((before) => new Set([...before].filter((one) => one !== id)));
  const refuse = (id: string, name: string, message: string) => {
    setRefusals((before) => new Map(before).set(id, message));
    toast(`${name} was not added: ${message}`, { tone: "loss" });
  };

  return {
    cartId: active?.id ?? null,
    lineOf: (product) => byProduct.get(idOf(product)),
    add: (product, quantity = offerQuantity(product), plan) => {
      const id = idOf(product);
      if (adding.has(id)) return;
      setAdding((before) => new Set(before).add(id));
      setRefusals((before) => new Map([...before].filter(([one]) => one !== id)));
      const line = { vendor: product.vendor, key: product.key, quantity, ...(plan === undefined ? {} : { plan }) };
      addToCart.mutate(
        { line, currency: product.price?.currency ?? "USD" },
        {
          onSuccess: (cart) => announce(`${product.name} is in cart ${cart.name}`),
          onError: (error) => refuse(id, product.name, error.message),
          onSettled: () => settle(id),
        },
      );
    },
    setQuantity: (lineId, quantity) =>
      change.mutate({ lineId, quantity }, { onError: (error) => toast(error.message, { tone: "loss" }) }),
    isAdding: (product) => adding.has(idOf(product)),
    refusalOf: (product) => refusals.get(idOf(product)) ?? null,
  };
}
