import { compareDecimals, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { type Amount, toAmount } from "@/lib/domain/money/money";
import type { ComputedCharge } from "@/lib/domain/pricing/compute-charge";
import { lineTotal } from "@/lib/domain/pricing/finish-charge";

/** The next tier's start at which more units cost less in all; null where there is none. */
export function cheaperQuantity(
  computed: ComputedCharge,
): { readonly quantity: string; readonly total: Amount } | null {
  const { table, input } = computed;
  if (table.model !== "volume") return null;
  const now = lineTotal(computed, table);
  for (const { from } of table.tiers) {
    if (compareDecimals(from, input.quantity) <= 0) continue;
    const total = lineTotal({ ...computed, input: { ...input, quantity: from } }, table);
    if (compareDecimals(total, now) < 0) return { quantity: formatDecimal(trimDecimal(from)), total: toAmount(total) };
  }
  return null;
}
