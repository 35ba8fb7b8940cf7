"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { keepCart } from "@/lib/client/active-cart-queries";
import type { CartDto } from "@/lib/client/cart-shapes";
import { customersQuery, setCartCurrency, setCartCustomer } from "@/lib/client/customer-queries";

/** Whom the cart is for: agreed prices and owned products follow at once. */
export function CartCustomer({ cart }: { cart: CartDto }) {
  const client = useQueryClient();
  const { data } = useQuery(customersQuery);
  const [busy, setBusy] = useState(false);
  const customers = data?.items ?? [];
  if (customers.length === 0 && cart.customer === null) return null;
  const known = customers.some(({ id }) => id === cart.customer?.id);
  const choose = async (id: string) => {
    setBusy(true);
    try {
      const changed = await setCartCustomer(cart, id || null);
      keepCart(client, changed);
      announce(changed.customer ? `Priced for ${changed.customer.name}` : "Priced for no customer in particular");
    } catch (error) {
      toast(error instanceof Error ? error.message : "The customer could not be set.", { tone: "loss" });
    } finally {
      setBusy(false);
    }
  };
  const own = customers.find(({ id }) => id === cart.customer?.id)?.currency ?? null;
  const price = async (currency: string) => {
    setBusy(true);
    try {
      keepCart(client, await setCartCurrency(cart, currency));
      announce(`Priced in ${currency}`);
    } catch (error) {
      toast(error instanceof Error ? error.message : "The currency could not be changed.", { tone: "loss" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Select
        aria-label="Customer of this cart"
        className="h-7! w-auto! max-w-56 text-table"
        value={cart.customer?.id ?? ""}
        disabled={busy}
        onChange={(event) => void choose(event.target.value)}
      >
        <option value="">No customer yet</option>
        {cart.customer && !known ? <option value={cart.customer.id}>{cart.customer.name}</option> : null}
        {customers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {own !== null && own !== cart.currency ? (
        <Button size="small" tone="quiet" busy={busy} onClick={() => void price(own)}>
          Price in {own}, their currency
        </Button>
      ) : null}
    </>
  );
}
