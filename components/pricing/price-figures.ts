import { minorUnits } from "@/lib/domain/money/currency";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";
import { percentOf } from "@/lib/domain/money/margin";
import { enterPrice, type EntryBasis, readPriceEntry } from "@/lib/domain/pricing/price-entry";

export const priceFields = ["price", "discount", "markup", "margin"] as const;
export type PriceField = (typeof priceFields)[number];

const prefixes: Record<PriceField, string> = { price: "", discount: "d", markup: "u", margin: "m" };

/** What was written in one field in the form the desk reads: 20 in the margin's field is m20. Short forms stand as they are. */
export function entryText(field: PriceField, text: string): string {
  const plain = text.trim();
  return field !== "price" && /^-?\d+(\.\d+)?\s*%?$/.test(plain)
    ? `${prefixes[field]}${plain.replace("%", "").trim()}`
    : plain;
}

export type PriceFigures = Record<PriceField, string>;

/** The four figures of a unit price; empty where one has no meaning. */
export function figuresOf(price: string | null, { cost, list, currency }: EntryBasis): PriceFigures {
  if (price === null) return { price: "", discount: "", markup: "", margin: "" };
  const at = decimal(price);
  const share = (from: string | null, whole: (cost: ReturnType<typeof decimal>) => ReturnType<typeof decimal>) => {
    if (from === null) return "";
    const base = decimal(from);
    return percentOf(subtractDecimals(at, base), whole(base)) ?? "";
  };
  const above = share(list, (base) => base);
  return {
    price: formatDecimal(at, minorUnits(currency)),
    discount: above === "" ? "" : formatDecimal({ ...decimal(above), units: -decimal(above).units }, 1),
    markup: share(cost, (base) => base),
    margin: share(cost, () => at),
  };
}

export type Preview = { readonly figures: PriceFigures; readonly problem: string };

/** All four figures as they follow from what is written in one of them. */
export function previewEntry(field: PriceField, text: string, basis: EntryBasis): Preview {
  const entry = readPriceEntry(entryText(field, text));
  if (!entry) return { figures: figuresOf(null, basis), problem: text.trim() === "" ? "" : "Not a price yet" };
  const made = enterPrice(entry, basis);
  if ("reason" in made) return { figures: figuresOf(null, basis), problem: `Cannot be used: ${made.reason}` };
  return { figures: figuresOf(made.price, basis), problem: "" };
}
