/** A plan or line with what it costs per unit used. */
type Used<Tier> = { readonly price: unknown; readonly overuse?: readonly Tier[] | undefined };

/** Whether what is used is all there is to pay, besides a set-up. */
export function isByUse({ price, overuse }: Used<unknown>): boolean {
  return price === null && overuse !== undefined && overuse.length > 0;
}

/** The one price of what is billed by use alone, without tiers. */
export function soleUse<Tier>(line: Used<Tier>): Tier | null {
  const [first, second] = line.overuse ?? [];
  return line.price === null && first && second === undefined ? first : null;
}
