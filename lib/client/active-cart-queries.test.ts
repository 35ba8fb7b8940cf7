import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { keepCart } from "@/lib/client/active-cart-queries";
import { cartKey } from "@/lib/client/cart-keys";
import { sampleCart } from "@/lib/client/sample-cart";

test("of two answers the later version of a cart stays, in whatever order they come", () => {
  const client = new QueryClient();
  const later = { ...sampleCart([]), version: 5 };
  keepCart(client, later);
  keepCart(client, { ...later, version: 4, lines: [] });
  expect(client.getQueryData(cartKey(later.id))).toEqual(later);
  const same = { ...later, name: "Renamed" };
  keepCart(client, same);
  expect(client.getQueryData(cartKey(later.id))).toEqual(same);
});
