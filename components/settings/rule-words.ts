import { formatDate, formatMoney, formatPercent } from "@/components/ui/format";
import type { PriceEntry, PriceRuleDto } from "@/lib/contracts/price-rules";

type Names = {
  readonly vendors: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, string>>;
};

/** What a rule does, in one line: "20 % on cost, rounded up to end in .99". */
export function ruleWords(entry: PriceEntry): string {
  if (entry.sets === "limit") return limitWords(entry.limit);
  const { effect, rounding } = entry;
  const what = {
    "vendor-price": () => "The vendor’s price",
    "markup-on-cost": () => `${percentOf(effect)} on cost`,
    "target-margin": () => `Margin of ${percentOf(effect)}`,
    "discount-from-list": () => `${percentOf(effect)} off list`,
    fixed: () => ("amount" in effect ? formatMoney(effect) : ""),
  }[effect.kind]();
  return rounding ? `${what}, ${roundingWords(rounding)}` : what;
}

function percentOf(holder: object): string {
  return "percent" in holder && typeof holder.percent === "string" ? formatPercent(holder.percent) : "";
}

function limitWords(limit: Extract<PriceEntry, { sets: "limit" }>["limit"]): string {
  if (limit.kind === "minimum-margin") return `Margin of at least ${formatPercent(limit.percent)}`;
  if (limit.kind === "minimum-profit") return `Profit of a line of at least ${formatMoney(limit)}`;
  if (limit.kind === "maximum-discount") return `Discount from list of at most ${formatPercent(limit.percent)}`;
  return limit.kind === "not-below-cost" ? "Not below cost" : "Not above list";
}

type Rounding = NonNullable<Extract<PriceEntry, { sets: "price" }>["rounding"]>;

function roundingWords(rounding: Rounding): string {
  if (rounding.kind === "minor-unit") return "rounded to the smallest coin";
  const way = { up: "up ", down: "down ", nearest: "" }[rounding.direction];
  return rounding.kind === "step"
    ? `rounded ${way}to steps of ${rounding.step}`
    : `rounded ${way}to end in ${rounding.ending.slice(1)}`;
}

/** Whom and what it is about, the narrowest first: "Fabrikam · product A-1". */
export function scopeWords(
  { vendor, service, category, product, customer }: PriceEntry["scope"],
  names: Names,
): string {
  const parts = [
    customer === undefined ? "" : (names.customers[customer] ?? "a customer"),
    product === undefined ? "" : `product ${product.key}`,
    category === undefined ? "" : `category ${category}`,
    service === undefined ? "" : `service ${service}`,
    vendor === undefined ? "" : (names.vendors[vendor] ?? vendor),
  ].filter(Boolean);
  return parts.length === 0 ? "everything" : parts.join(" · ");
}

export function datesWords(entry: PriceEntry): string {
  if (entry.sets === "limit") return "always";
  const { validFrom: from, validUntil: until } = entry;
  if (from === null && until === null) return "always";
  const day = (iso: string) => formatDate(iso, "UTC");
  if (from === null) return `until ${day(until ?? "")}`;
  return until === null ? `from ${day(from)}` : `${day(from)} to ${day(until)}`;
}

export const stateWords: Record<PriceRuleDto["state"], string> = {
  "in-force": "in force",
  "begins-later": "begins later",
  ended: "ended",
  off: "off",
};

export const policyWords = { block: "block", ask: "ask", warn: "warn", off: "off" } as const;
