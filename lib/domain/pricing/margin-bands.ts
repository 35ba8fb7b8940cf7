import { compareDecimals, decimal, type DecimalString, parseDecimal } from "@/lib/domain/money/decimal";

/** Percentages of the price between which a margin is called loss, low, normal or high. A loss is always below 0. */
export type MarginBands = {
  /** Below this a margin is low. */
  readonly lowBelow: DecimalString;
  /** Above this a margin is high. */
  readonly highAbove: DecimalString;
};

export const marginBandNames = ["loss", "low", "normal", "high"] as const;
export type MarginBand = (typeof marginBandNames)[number];

export const defaultMarginBands: MarginBands = { lowBelow: "5", highAbove: "15" };

/** The bounds themselves are normal. */
export function marginBand(percent: DecimalString, { lowBelow, highAbove }: MarginBands): MarginBand {
  const margin = decimal(percent);
  if (margin.units < 0n) return "loss";
  if (compareDecimals(margin, decimal(lowBelow)) < 0) return "low";
  return compareDecimals(margin, decimal(highAbove)) > 0 ? "high" : "normal";
}

/** Why these bounds cannot be used, each with the bound it is about; none when they can. */
export function marginBandProblems(
  bands: MarginBands,
): { readonly field: keyof MarginBands; readonly message: string }[] {
  const [low, high] = [parseDecimal(bands.lowBelow), parseDecimal(bands.highAbove)];
  if (!low) return [{ field: "lowBelow", message: "write a percentage such as 5 or 7.5" }];
  if (!high) return [{ field: "highAbove", message: "write a percentage such as 15 or 22.5" }];
  const problems: { field: keyof MarginBands; message: string }[] = [];
  if (low.units <= 0n) problems.push({ field: "lowBelow", message: "must be above 0, where a loss ends" });
  if (compareDecimals(high, low) <= 0) problems.push({ field: "highAbove", message: "must be above the bound of low" });
  if (compareDecimals(high, decimal("100")) >= 0) problems.push({ field: "highAbove", message: "must be below 100 %" });
  return problems;
}
