/** Query keys of carts, shared by the cart pages and the cart in the head of every page. */
export const cartListKey = ["carts"] as const;

export function cartKey(id: string) {
  return ["carts", id] as const;
}
