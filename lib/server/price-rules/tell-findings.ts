import type { CartLineDto } from "@/lib/contracts/cart-line";
import type { GuardFinding, PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { PriceLimit } from "@/lib/domain/pricing/price-rule";

const openLimits: ReadonlySet<PriceLimit["kind"]> = new Set(["maximum-discount", "not-above-list"]);

/** Floors and ceilings a price breaks. Who may not see cost learns that it does, and the limit only where it comes from list. */
export function tellFindings(
  findings: readonly GuardFinding[],
  { guards }: PriceRuleSet,
  seesCost: boolean,
): CartLineDto["findings"] {
  const told = findings.map(({ guardId, policy, message, limit }) => {
    if (seesCost) return { policy, message, limit };
    const kind = guards.find(({ id }) => id === guardId)?.limit.kind;
    if (kind === undefined || !openLimits.has(kind)) return { policy, message: openWords, limit: null };
    return { policy, message: kind === "not-above-list" ? aboveList : tooCheap, limit };
  });
  return told.filter((one, at) => told.findIndex((other) => isSame(one, other)) === at);
}

const openWords = "This price is below what may be offered";
const tooCheap = "The discount from list is higher than what may be offered";
const aboveList = "The price is above the list price";

type Told = CartLineDto["findings"][number];

function isSame(one: Told, other: Told): boolean {
  return one.policy === other.policy && one.message === other.message;
}
