import type { AmountDto } from "@/lib/contracts/amount";
import type { ProductDto } from "@/lib/contracts/product";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";

type Row = ProductDto["prices"][number];
type Side = Row["side"];

/** Amounts of one kind and currency from one quantity on, side by side. */
export type PriceLine = {
  readonly kind: Row["kind"];
  readonly currency: string;
  readonly from: string;
  readonly sides: Partial<Record<Side, AmountDto>>;
};

/** Tier by tier; a side whose tiers start elsewhere shows what holds at that quantity. */
export function priceLines(rows: readonly Row[]): PriceLine[] {
  const groups = Map.groupBy(rows, ({ kind, amount }) => `${kind} ${amount.currency}`);
  return [...groups.values()].flatMap(linesOf);
}

function linesOf(rows: readonly Row[]): PriceLine[] {
  const [first] = rows;
  if (!first) return [];
  const starts = [...new Set(rows.map(({ from }) => from))].sort((a, b) => compareDecimals(decimal(a), decimal(b)));
  const sides = new Set(rows.map(({ side }) => side));
  return starts.map((from) => ({
    kind: first.kind,
    currency: first.amount.currency,
    from,
    sides: Object.fromEntries([...sides].flatMap((side) => amountAt(rows, side, from))),
  }));
}

function amountAt(rows: readonly Row[], side: Side, from: string): [Side, AmountDto][] {
  const reached = rows.filter((row) => row.side === side && compareDecimals(decimal(row.from), decimal(from)) <= 0);
  const [first] = reached;
  if (!first) return [];
  const latest = reached.reduce(
    (now, row) => (compareDecimals(decimal(row.from), decimal(now.from)) > 0 ? row : now),
    first,
  );
  return [[side, latest.amount]];
}

const sideNames: Record<Side, string> = { cost: "Cost", list: "List price", price: "Price" };
const modelWords: Record<Row["model"], string | null> = {
  flat: null,
  volume: "Volume tiers: the tier that a quantity reaches holds for all its units.",
  graduated: "Graduated tiers: each unit has the amount of the tier it stands in.",
};

/** How the tiers work, named once; by side where price and cost work differently. */
export function tierNotes(rows: readonly Row[]): string[] {
  const tiered = rows.filter(({ from, side, kind, amount }) =>
    rows.some(
      (other) =>
        other.side === side && other.kind === kind && other.amount.currency === amount.currency && other.from !== from,
    ),
  );
  const models = new Map(tiered.map(({ side, model }) => [side, model === "flat" ? "volume" : model]));
  const [first, ...others] = new Set(models.values());
  if (first && others.length === 0) return [modelWords[first] ?? ""];
  return [...models].map(([side, model]) => `${sideNames[side]}. ${modelWords[model] ?? ""}`);
}
