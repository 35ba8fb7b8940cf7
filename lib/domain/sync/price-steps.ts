import { type Decimal, divideHalfAwayFromZero, parseDecimal, unitsAtScale } from "@/lib/domain/money/decimal";
import type { PriceMove } from "@/lib/domain/sync/price-series";

export type StepPicture = { readonly width: number; readonly height: number };

/**
 * The amounts as a line of steps, oldest left, every move one step wide: an SVG path in whole units. Where the row was
 * not there the line is broken. Empty without two amounts to tell apart.
 */
export function priceSteps(moves: readonly PriceMove[], { width, height }: StepPicture): string {
  const oldestFirst = moves.toReversed();
  const levels = [oldestFirst[0]?.old ?? null, ...oldestFirst.map((move) => move.new)].map(amountOf);
  const scale = levels.reduce((most, level) => Math.max(most, level?.scale ?? 0), 0);
  const units = levels.map((level) => (level ? unitsAtScale(level, scale) : null));
  const known = units.filter((unit) => unit !== null);
  const lowest = known.reduce((least, unit) => (unit < least ? unit : least), known[0] ?? 0n);
  const highest = known.reduce((most, unit) => (unit > most ? unit : most), known[0] ?? 0n);
  if (lowest === highest) return "";
  const y = (unit: bigint) =>
    BigInt(height) - divideHalfAwayFromZero((unit - lowest) * BigInt(height), highest - lowest);
  const x = (step: number) => Math.floor((step * width) / units.length);
  let path = "";
  units.forEach((unit, step) => {
    if (unit === null) return;
    const isOn = step > 0 && units[step - 1] !== null;
    path += `${isOn ? "V" : `M${x(step)} `}${y(unit)}H${x(step + 1)}`;
  });
  return path;
}

function amountOf(text: string | null): Decimal | null {
  return text === null ? null : parseDecimal(text.split(" ")[0] ?? "");
}
