"use client";

import { useCallback, useEffect, useState } from "react";
import { CartGroupSection } from "@/components/carts/cart-group";
import { CartHeader } from "@/components/carts/cart-header";
import { CartNotices, type CartTrouble } from "@/components/carts/cart-notices";
import { CartTotals } from "@/components/carts/cart-totals";
import { cartGroups } from "@/components/carts/cart-groups";
import { EmptyCart } from "@/components/carts/empty-cart";
import { focusLine } from "@/components/carts/focus-line";
import { announce } from "@/components/ui/announce";
import { Notice } from "@/components/ui/notice";
import { setActiveCartId } from "@/lib/client/active-cart";
import { staleSaveOf, useCart, useCartIsSaving, useCartWrite } from "@/lib/client/cart-queries";
import type { CartDto } from "@/lib/client/cart-shapes";
import type { CartWrite } from "@/lib/client/preview-cart-write";

type CartEditorProps = {
  initial: CartDto;
  showsCost: boolean;
  /** Ids of the vendors that price an order when they are asked. */
  priceCheckers: readonly string[];
};

/** The cart: every change saves itself, shows at once and can be taken back. */
export function CartEditor({ initial, showsCost, priceCheckers }: CartEditorProps) {
  const { id } = initial;
  const { cart = initial } = useCart(id, initial);
  const saving = useCartIsSaving(id);
  const [trouble, setTrouble] = useState<CartTrouble | null>(null);
  const [touched, setTouched] = useState(false);
  const refused = useCallback((error: Error, write: CartWrite) => {
    setTrouble({ stale: staleSaveOf(error, write), message: error.message, write });
  }, []);
  const { mutate } = useCartWrite(id, refused);

  const write = useCallback(
    (change: CartWrite) => {
      setTrouble(null);
      setTouched(true);
      mutate(change, { onSuccess: (after) => announce(spoken(change, after)) });
      if (change.kind === "fix") focusLine(change.lineId);
    },
    [mutate],
  );
  useEffect(() => setActiveCartId(id), [id]);
  useUndoKey(cart.undo !== null, write);

  const groups = cartGroups(cart);
  return (
    <div className="mx-auto max-w-[90rem] px-4 py-5 lg:px-6">
      <CartHeader cart={cart} saving={saving} touched={touched} onWrite={write} />
      <CartNotices cart={cart} trouble={trouble} onDismiss={() => setTrouble(null)} onWrite={write} />
      {cart.lines.length === 0 ? (
        <EmptyCart />
      ) : (
        <div className="mt-5 grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_18rem] xl:gap-6">
          <div className="grid min-w-0 gap-5">
            {groups.map((group) => (
              <CartGroupSection
                key={group.key}
                cart={cart}
                group={group}
                showsCost={showsCost}
                checksPrices={priceCheckers.includes(group.vendor)}
                onWrite={write}
              />
            ))}
          </div>
          <aside aria-label="Totals" className="xl:sticky xl:top-18">
            <CartTotals cart={cart} saving={saving} />
          </aside>
        </div>
      )}
      {cart.lines.length > 0 && groups.every((group) => group.order === null) ? (
        <Notice tone="low" className="mt-5">
          None of these lines can be ordered as it stands.
        </Notice>
      ) : null}
    </div>
  );
}

function useUndoKey(possible: boolean, write: (change: CartWrite) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!asked || !possible || isTyping(event.target)) return;
      event.preventDefault();
      write({ kind: "undo" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [possible, write]);
}

/** While a text is being typed, Ctrl-Z belongs to that text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, dialog[open]") !== null;
}

function spoken(write: CartWrite, cart: CartDto): string {
  const open = cart.problems.length;
  const rest = open === 0 ? "no problems" : `${open} ${open === 1 ? "problem" : "problems"}`;
  const done = {
    quantity: "Quantity saved",
    configure: "Configuration saved",
    remove: "Line removed, undo is possible",
    fix: "Fixed",
    rename: "Name saved",
    undo: "Taken back",
  }[write.kind];
  return `${done}, ${rest}`;
}
