import type { Period } from "@/lib/domain/catalog/period";
import type { NotOrderableReason } from "@/lib/domain/catalog/product";
import { formatAmount, formatQuantity } from "@/lib/domain/money/format-money";
import type { DecimalString } from "@/lib/domain/money/decimal";
import type { Amount } from "@/lib/domain/money/money";

/** Sentences of the cart are English; numbers in them follow it. */
const LOCALE = "en";

export function quantityWords(quantity: DecimalString): string {
  // Most quantities have nothing to group, and a formatter for each line of a long cart is felt while typing.
  return /^\d{1,3}$/.test(quantity) ? quantity : formatQuantity(quantity, LOCALE);
}

/** "1 × 19.80 / month", "1 × 50.00 once", "1 ×, price on request". */
export function offerWords(quantity: DecimalString, price: Amount | null, period: Period | null): string {
  const count = quantityWords(quantity);
  if (!price) return `${count} ×, price on request`;
  const each = `${count} × ${formatAmount(price, LOCALE, "plain")}`;
  return period === null ? `${each} once` : `${each} / ${periodWords(period)}`;
}

/** "P1M" → "month", "P3Y" → "3 years"; what is no period is shown as received. */
export function periodWords(period: Period): string {
  const match = /^P(\d+)([DMY])$/.exec(period);
  const unit = { D: "day", M: "month", Y: "year" }[match?.[2] ?? ""];
  if (!match || unit === undefined) return period;
  return match[1] === "1" ? unit : `${match[1]} ${unit}s`;
}

/** "A", "A and B", "A, B and 3 more". */
export function joinNames(names: readonly string[], conjunction: "and" | "or" = "and"): string {
  const [first, second] = names;
  if (first === undefined) return "";
  if (second === undefined) return first;
  return joinWords([...new Set(names)], (name) => name, conjunction);
}

/** The same for things of which only the shown ones are put into words. */
export function joinWords<Thing>(
  things: readonly Thing[],
  wordsOf: (thing: Thing) => string,
  conjunction: "and" | "or" = "and",
): string {
  const [first] = things;
  if (first !== undefined && things.length === 1) return wordsOf(first);
  const shown = things.slice(0, things.length > 3 ? 2 : 3).map(wordsOf);
  const rest = things.length > 3 ? `${things.length - 2} more` : shown.pop();
  if (rest === undefined) return "";
  return shown.length === 0 ? rest : `${shown.join(", ")} ${conjunction} ${rest}`;
}

export const notOrderableWords: Readonly<Record<NotOrderableReason, string>> = {
  archived: "is archived: the vendor no longer sells it",
  referralOnly: "is sold by referral only: the vendor's partner delivers it",
  noPrice: "has its price on request only",
  trial: "is a trial",
  notOffered: "cannot be ordered: the vendor does not offer it for resale",
};
