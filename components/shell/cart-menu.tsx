"use client";

import { Check, Plus, ShoppingCart } from "lucide-react";
import Link from "next/link";
import { formatCount, formatMoney, formatNumber } from "@/components/ui/format";
import { Menu, MenuHeading, MenuRule } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { setActiveCartId } from "@/lib/client/active-cart";
import { useActiveCart, useCreateCart } from "@/lib/client/active-cart-queries";
import type { CartSummary } from "@/lib/contracts/cart";
import { address } from "@/components/ui/address";

/** The active cart: its name, lines and monthly total; switching carts is one press inside. */
export function CartMenu() {
  const { carts, active } = useActiveCart();
  const create = useCreateCart();
  const begin = () =>
    create.mutate(
      { name: "New cart", currency: active?.currency ?? "USD" },
      { onError: (error) => toast(error.message, { tone: "loss" }) },
    );
  return (
    <Menu
      label={<CartLabel loaded={carts !== undefined} cart={active} />}
      className="w-80"
      buttonClassName="btn max-w-full"
    >
      {active ? (
        <Link href={address(`/carts/${active.id}`)} prefetch={false} className="menu-item font-medium">
          Open “{active.name}”
        </Link>
      ) : (
        <p className="text-table text-ink-muted px-2.5 py-1.5">No cart yet. Add begins one.</p>
      )}
      {carts && carts.length > 1 ? (
        <>
          <MenuRule />
          <MenuHeading>Add to</MenuHeading>
          <ul className="max-h-72 overflow-y-auto">
            {carts.map((cart) => (
              <li key={cart.id}>
                <CartChoice cart={cart} chosen={cart.id === active?.id} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <MenuRule />
      <button type="button" className="menu-item" data-closes onClick={begin}>
        <Plus aria-hidden="true" className="text-ink-muted" />
        New cart
      </button>
      <Link href={address("/carts")} prefetch={false} className="menu-item">
        <ShoppingCart aria-hidden="true" className="text-ink-muted" />
        All carts
      </Link>
    </Menu>
  );
}

function CartLabel({ loaded, cart }: { loaded: boolean; cart: CartSummary | null }) {
  if (!loaded) {
    return (
      <>
        <span className="sr-only">Cart</span>
        <Skeleton className="h-3.5 w-20 md:w-40 xl:w-56" />
      </>
    );
  }
  return (
    <>
      <ShoppingCart aria-hidden="true" />
      {cart ? (
        // The name stands above the total where the window has no room for both in a row.
        <span className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-1.5 text-start xl:flex">
          <span className="sr-only">Cart</span>
          <span className="text-ink max-xl:text-caption col-start-2 row-start-1 min-w-0 truncate max-xl:leading-4 max-md:row-span-2 max-md:max-w-16 max-[24rem]:max-w-9 max-[22rem]:sr-only xl:max-w-36">
            {cart.name}
          </span>
          <span className="figures bg-accent-wash text-accent text-caption col-start-1 row-span-2 row-start-1 min-w-5 rounded-full px-1.5 py-0.5 text-center font-strong">
            {formatNumber(String(cart.lineCount))}
            <span className="sr-only"> {cart.lineCount === 1 ? "line" : "lines"}</span>
          </span>
          {cart.monthly ? (
            <span className="figures text-table max-xl:text-caption col-start-2 max-xl:leading-4 max-md:hidden">
              {formatMoney(cart.monthly)} / mo
            </span>
          ) : null}
        </span>
      ) : (
        <span className="max-sm:sr-only">No cart</span>
      )}
    </>
  );
}

function CartChoice({ cart, chosen }: { cart: CartSummary; chosen: boolean }) {
  return (
    <button
      type="button"
      data-closes
      className="menu-item"
      aria-pressed={chosen}
      onClick={() => setActiveCartId(cart.id)}
    >
      <Check aria-hidden="true" className={chosen ? "text-accent" : "invisible"} />
      <span className="min-w-0 flex-1 truncate">{cart.name}</span>
      <span className="figures text-table text-ink-muted">
        {formatCount(cart.lineCount, "line")} · {cart.currency}
      </span>
    </button>
  );
}
