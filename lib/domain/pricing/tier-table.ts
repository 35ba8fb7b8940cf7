import type { PriceKind, PriceRow, PriceSide, TierModel } from "@/lib/domain/catalog/product";
import { compareDecimals, decimal, type Decimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero, multiplyDecimals, subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";

export type Tier = { readonly from: Decimal; readonly amount: Decimal };

/** Unit amounts of one side, kind and currency, by ascending start. Never empty. */
export type TierTable = { readonly model: TierModel; readonly tiers: readonly [Tier, ...Tier[]] };

/** What a quantity comes to before any rounding. */
export type TierCharge = { readonly total: Decimal; readonly parts: readonly TierPart[] };
export type TierPart = { readonly from: Decimal; readonly quantity: Decimal; readonly amount: Decimal };

const one: Decimal = { units: 1n, scale: 0 };

/** Rows are matched by side, kind and currency, never by position. Null where there are none. */
export function tierTable(
  rows: readonly PriceRow[],
  side: PriceSide,
  kind: PriceKind,
  currency: string,
): TierTable | null {
  let model: TierModel = "flat";
  const tiers: Tier[] = [];
  for (const row of rows) {
    if (row.side !== side || row.kind !== kind || row.currency !== currency) continue;
    const from = decimal(row.from);
    if (tiers.some((tier) => compareDecimals(tier.from, from) === 0)) continue;
    if (tiers.length === 0 || model === "flat") model = row.model;
    tiers.push({ from, amount: decimal(row.amount) });
  }
  if (tiers.length > 1) tiers.sort((a, b) => compareDecimals(a.from, b.from));
  const [first, ...rest] = tiers;
  if (!first) return null;
  return { model: rest.length === 0 ? "flat" : model === "flat" ? "volume" : model, tiers: [first, ...rest] };
}

export function flatTable(amount: Decimal): TierTable {
  return { model: "flat", tiers: [{ from: decimalZero, amount }] };
}

export function mapTiers(table: TierTable, change: (amount: Decimal) => Decimal): TierTable {
  const [first, ...rest] = table.tiers;
  const mapped = (tier: Tier): Tier => ({ from: tier.from, amount: change(tier.amount) });
  return { model: table.model, tiers: [mapped(first), ...rest.map(mapped)] };
}

/** The tier a quantity falls into; below the first start the first tier counts. */
export function tierAt(table: TierTable, quantity: Decimal): Tier {
  let current = table.tiers[0];
  for (const tier of table.tiers) if (compareDecimals(tier.from, quantity) <= 0) current = tier;
  return current;
}

/** Volume: all units take the amount of the quantity's tier. Graduated: unit number n takes that of n's tier. */
export function chargeAt(table: TierTable, quantity: Decimal): TierCharge {
  if (table.model !== "graduated") {
    const { from, amount } = tierAt(table, quantity);
    return { total: multiplyDecimals(amount, quantity), parts: [{ from, quantity, amount }] };
  }
  const parts: TierPart[] = [];
  let total = decimalZero;
  table.tiers.forEach(({ from, amount }, index) => {
    const next = table.tiers[index + 1];
    const begins = index === 0 ? decimalZero : unitsBefore(from);
    const ends = next === undefined ? quantity : smaller(unitsBefore(next.from), quantity);
    if (compareDecimals(ends, begins) <= 0) return;
    const units = subtractDecimals(ends, begins);
    total = addDecimals(total, multiplyDecimals(amount, units));
    parts.push({ from, quantity: units, amount });
  });
  return { total, parts };
}

/** A tier that starts at 11 leaves ten units before it. */
function unitsBefore(from: Decimal): Decimal {
  return compareDecimals(from, one) <= 0 ? decimalZero : subtractDecimals(from, one);
}

function smaller(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) <= 0 ? a : b;
}
