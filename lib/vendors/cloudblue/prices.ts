import type { PriceKind, PriceRow, PriceSide, TierModel } from "@/lib/domain/catalog/product";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { readAmount, readQuantity } from "@/lib/vendors/amounts";
import { type CloudBluePrice, isPriceRecord } from "@/lib/vendors/cloudblue/schemas";

export type ReadPrices = { readonly rows: readonly PriceRow[]; readonly problems: readonly string[] };

/** `group` is the kind and currency, as far as they can be told. */
type Unreadable = { readonly group: string; readonly problem: string };

/**
 * The price rows of one side, each known by kind, currency and tier, never by its position. Tiers belong together: where
 * one of a group cannot be read, or two contradict each other, the whole group is dropped, for the rest would be wrong at
 * some quantity.
 */
export function readPrices(side: PriceSide, rows: readonly unknown[]): ReadPrices {
  if (rows.length === 0) return nothing;
  const readRows = rows.map((row) => readRow(side, row));
  if (areAlone(readRows)) return { rows: readRows, problems: [] };
  const groups = Map.groupBy(readRows, (row) => (isUnreadable(row) ? row.group : `${row.kind}|${row.currency}`));
  const read = [...groups.values()].map((group) => readGroup(side, group));
  return { rows: read.flatMap((group) => group.rows), problems: read.flatMap((group) => group.problems) };
}

const nothing: ReadPrices = { rows: [], problems: [] };

/** The usual case: every row could be read and is the only one of its group. */
function areAlone(rows: readonly (PriceRow | Unreadable)[]): rows is readonly PriceRow[] {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || isUnreadable(row)) return false;
    for (let before = 0; before < at; before += 1) if (isSameGroup(rows[before], row)) return false;
  }
  return true;
}

function isSameGroup(one: PriceRow | Unreadable | undefined, row: PriceRow): boolean {
  return one !== undefined && !isUnreadable(one) && one.kind === row.kind && one.currency === row.currency;
}

function isUnreadable(row: PriceRow | Unreadable): row is Unreadable {
  return "problem" in row;
}

function readGroup(side: PriceSide, group: readonly (PriceRow | Unreadable)[]): ReadPrices {
  const problems = group.flatMap((row) => (isUnreadable(row) ? [row.problem] : []));
  if (problems.length > 0) return { rows: [], problems };
  const read = group.flatMap((row) => (isUnreadable(row) ? [] : [row]));
  if (read.length < 2) return { rows: read, problems };
  const rows = collapseEqual(read);
  const models = new Set(rows.map(({ model }) => model));
  const starts = new Set(rows.map(({ from }) => from));
  if (models.size > 1) return { rows: [], problems: [`${side} mixes tier models`] };
  if (starts.size < rows.length) return { rows: [], problems: [`${side} gives two amounts for the same quantity`] };
  return { rows: rows.toSorted((a, b) => compareDecimals(decimal(a.from), decimal(b.from))), problems: [] };
}

function collapseEqual(rows: readonly PriceRow[]): PriceRow[] {
  const byContent = new Map(rows.map((row) => [`${row.model}|${row.from}|${row.amount}`, row]));
  return [...byContent.values()];
}

function readRow(side: PriceSide, raw: unknown): PriceRow | Unreadable {
  if (!isPriceRecord(raw)) return { group: "unreadable", problem: `a ${side} row is not an object` };
  const kind = readKind(raw.type);
  const currency = readCurrency(raw.currency);
  const fail = (problem: string): Unreadable => {
    return { group: `${kind ?? "?"}|${currency ?? "?"}`, problem: `${side} row: ${problem}` };
  };
  if (kind === null) return fail("unknown type");
  if (currency === null) return fail("not a currency");
  const amount = readAmount(raw.amount);
  if (amount === null) return fail("the amount is not a plain decimal");
  const tier = readTier(raw);
  if (tier === null) return fail("the tier is not clear");
  return { side, kind, currency, amount, model: tier.model, from: tier.from };
}

/** Versions before 1.5 send no type; their rows are the recurring price. */
function readKind(type: unknown): PriceKind | null {
  if (type === undefined || type === null) return "recurring";
  return type === "recurring" || type === "setup" || type === "overuse" ? type : null;
}

function readCurrency(currency: unknown): string | null {
  if (typeof currency !== "string") return null;
  if (isCurrencyCode(currency)) return currency;
  const code = currency.trim().toUpperCase();
  return isCurrencyCode(code) ? code : null;
}

/**
 * TIERED is read as graduated (each unit at the price of its tier) and VOLUME_* as volume (all units at the price of the
 * tier reached): the names say so, no vendor text spells it out. Without a model a row starting above 0 cannot be told.
 */
function readTier(price: CloudBluePrice): { readonly model: TierModel; readonly from: string } | null {
  const { lowerLimit } = price;
  const from = lowerLimit === undefined || lowerLimit === null ? "0" : readQuantity(lowerLimit);
  const model = price.model === undefined || price.model === null ? "flat" : models.get(price.model);
  if (model === "flat" && from === "0") return plainTier;
  if (from === null || model === undefined || from.startsWith("-")) return null;
  if (model === "flat") return from === "0" || price.model === "FLAT" ? { model, from: "0" } : null;
  return { model, from };
}

const plainTier = { model: "flat", from: "0" } as const;

const models: ReadonlyMap<unknown, TierModel> = new Map([
  ["FLAT", "flat"],
  ["TIERED", "graduated"],
  ["VOLUME_SUBSCRIPTION", "volume"],
  ["VOLUME_ORDER", "volume"],
  ["VOLUME_RESOURCE_AGGREGATED", "volume"],
]);
