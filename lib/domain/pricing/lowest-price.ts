import { type Amount, compareMoney, fromAmount } from "@/lib/domain/money/money";

/** The price no tier goes below; null where nothing is billed by use. */
export function lowestPrice(overuse: readonly { readonly price: Amount }[]): Amount | null {
  return overuse.reduce<Amount | null>(
    (least, { price }) => (least && compareMoney(fromAmount(least), fromAmount(price)) <= 0 ? least : price),
    null,
  );
}
