import type { CostDto } from "@/lib/contracts/amount";

type UnknownCost = Extract<CostDto, { unknown: string }>;
type KnownCost = Exclude<CostDto, UnknownCost>;

const reasons: Record<UnknownCost["unknown"], string> = {
  notProvided: "cost not provided by the vendor",
  usageBased: "cost depends on usage",
  needsEstimate: "no cost from the vendor; a price rule can estimate it",
};

export function knownCost(cost: CostDto | undefined): KnownCost | null {
  return cost && "amount" in cost ? cost : null;
}

/** Why there is no cost, or none to set against the price; also why there is no margin. */
export function costUnknownWhy(cost: CostDto | undefined): string {
  if (!cost) return "cost not known";
  return "unknown" in cost ? reasons[cost.unknown] : `cost in ${cost.currency}, another currency than the price`;
}

/** The cost's currency where the price has another one. */
export function foreignCurrency(cost: KnownCost | null, price: { currency: string } | null): string | null {
  return cost && price && cost.currency !== price.currency ? cost.currency : null;
}

const origins: Record<KnownCost["origin"], string> = {
  vendor: "from the vendor",
  rule: "from a price rule",
  typed: "typed by hand",
};

export function costOrigin(cost: KnownCost): string {
  return cost.estimated ? "estimated" : origins[cost.origin];
}

const notOrderableWords: Record<string, string> = {
  archived: "Archived",
  referralOnly: "Referral only",
  noPrice: "Price on request",
  trial: "Trial",
  notOffered: "No longer offered",
};

/** In the place of an amount: why it cannot be ordered. An unknown reason is shown as received. */
export function notOrderableLabel(reason: string | null): string | null {
  return reason === null ? null : (notOrderableWords[reason] ?? reason);
}

const sentences: Record<string, string> = {
  archived: "The vendor has archived this product; it cannot be ordered any more.",
  referralOnly: "The vendor sells this by referral only; it cannot be put in a cart.",
  noPrice: "The vendor gives no price; ask for one before quoting.",
  trial: "This is a trial; it is started with the vendor and not ordered.",
  notOffered: "The vendor no longer offers this.",
};

export function notOrderableSentence(reason: string | null): string | null {
  return reason === null ? null : (sentences[reason] ?? `It cannot be ordered: ${reason}.`);
}
