import type { CartDto } from "@/lib/contracts/cart";
import type { LineInput } from "@/lib/contracts/cart-line";
import type { Cart, ProductLookup } from "@/lib/domain/cart/cart";
import { addLine } from "@/lib/domain/cart/edit-cart";
import { choosePlan } from "@/lib/domain/cart/resolve-line";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { AppError } from "@/lib/server/app-error";
import { changeCart } from "@/lib/server/carts/change-cart";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { productsFor } from "@/lib/server/carts/price-lines";
import { settleLines } from "@/lib/server/carts/settle-lines";
import type { Desk } from "@/lib/server/desk";
import { newId } from "@/lib/server/new-id";
import type { Viewer } from "@/lib/server/viewer";

/** Adds one line; required components of its plan come along, and the same line again adds to the quantity. */
export async function addToCart(
  desk: Desk,
  viewer: Viewer,
  id: string,
  ifMatch: IfMatch,
  input: LineInput,
): Promise<CartDto> {
  requireQuantity(input.quantity);
  return changeCart(desk, viewer, id, ifMatch, async ({ state }) => {
    const lookup = await productsFor(desk, [{ ...input, plan: input.plan ?? null }], "without");
    return settleLines(desk, state, withLine(state, input, lookup), { action: "line-added" });
  });
}

/** Throws `invalid` where the catalog has no such product or plan. */
export function withLine(cart: Cart, input: LineInput, lookup: ProductLookup): Cart {
  const product = lookup(input);
  if (!product) throw notOffered("key", `The catalog has no product ${input.key}.`);
  if (!choosePlan(product, input.plan ?? null)) {
    const plan = input.plan === undefined ? "that can be put into a cart" : input.plan;
    throw notOffered("plan", `${product.name} has no plan ${plan}.`);
  }
  const { plan, components, attributes } = input;
  const toAdd = {
    vendor: product.vendor,
    key: product.key,
    quantity: input.quantity,
    ...(plan === undefined ? {} : { plan }),
    ...(components === undefined ? {} : { components: components.map(plainChoice) }),
    ...(attributes === undefined ? {} : { attributes }),
  };
  return addLine(cart, toAdd, newId(), product);
}

export function plainChoice({ key, quantity }: { key: string; quantity?: string | undefined }) {
  return { key, ...(quantity === undefined ? {} : { quantity }) };
}

export function requireQuantity(quantity: string): void {
  if (compareDecimals(decimal(quantity), { units: 0n, scale: 0 }) > 0) return;
  const message = "The quantity must be more than 0. To take a line out, remove it.";
  throw new AppError("invalid", message, { errors: [{ path: "body.quantity", message }] });
}

function notOffered(field: string, message: string): AppError {
  return new AppError("invalid", message, { errors: [{ path: `body.${field}`, message }] });
}
