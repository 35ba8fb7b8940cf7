import type { PriceKind, PriceRow, PriceSide, TierModel } from "@/lib/domain/catalog/product";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { compareDecimals, decimal } from "@/lib/domain/money/decimal";
import { readAmount, readQuantity } from "@/lib/vendors/amounts";
import { type CloudBluePrice, isPriceRecord } from "@/lib/vendors/cloudblue/schemas";

export type ReadPrices = { readonly rows: readonly PriceRow[]; readonly problems: readonly string[] };

type ReadRow = { readonly group: string; readonly row: PriceRow | null; readonly problem: string | null };

/**
 * The price rows of one side, each known by kind, currency and tier, never by its position. Tiers belong together: where
 * one of a group cannot be read, or two contradict each other, the whole group is dropped, for the rest would be wrong at
 * some quantity.
 */
export function readPrices(side: PriceSide, rows: readonly unknown[]): ReadPrices {
  const readRows = rows.map((row) => readRow(side, row));
  const [first] = readRows;
  if (!first) return { rows: [], problems: [] };
  const alone = rowsAlone(readRows);
  if (alone) return { rows: alone, problems: [] };
  const groups = Map.groupBy(readRows, ({ group }) => group);
  const read = [...groups.values()].map((group) => readGroup(side, group));
  return { rows: read.flatMap((group) => group.rows), problems: read.flatMap((group) => group.problems) };
}

/** The usual case: every row could be read and is the only one of its group. Else null. */
function rowsAlone(readRows: readonly ReadRow[]): PriceRow[] | null {
  const rows: PriceRow[] = [];
  for (const [at, { row, group }] of readRows.entries()) {
    if (row === null) return null;
    for (let before = 0; before < at; before += 1) if (readRows[before]?.group === group) return null;
    rows.push(row);
  }
  return rows;
}

function readGroup(side: PriceSide, group: readonly ReadRow[]): ReadPrices {
  const problems = group.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  if (problems.length > 0) return { rows: [], problems };
  const read = group.flatMap(({ row }) => (row === null ? [] : [row]));
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

function readRow(side: PriceSide, raw: unknown): ReadRow {
  if (!isPriceRecord(raw)) return { group: "unreadable", row: null, problem: `a ${side} row is not an object` };
  const kind = readKind(raw.type);
  const currency = readCurrency(raw.currency);
  const group = `${kind ?? "?"}|${currency ?? "?"}`;
  const fail = (problem: string): ReadRow => ({ group, row: null, problem: `${side} row: ${problem}` });
  if (kind === null) return fail("unknown type");
  if (currency === null) return fail("not a currency");
  const amount = readAmount(raw.amount);
  if (amount === null) return fail("the amount is not a plain decimal");
  const tier = readTier(raw);
  if (tier === null) return fail("the tier is not clear");
  return { group, row: { side, kind, currency, amount, ...tier }, problem: null };
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
  if (from === null || model === undefined || from.startsWith("-")) return null;
  if (model === "flat") return from === "0" || price.model === "FLAT" ? { model, from: "0" } : null;
  return { model, from };
}

const models: ReadonlyMap<unknown, TierModel> = new Map([
  ["FLAT", "flat"],
  ["TIERED", "graduated"],
  ["VOLUME_SUBSCRIPTION", "volume"],
  ["VOLUME_ORDER", "volume"],
  ["VOLUME_RESOURCE_AGGREGATED", "volume"],
]);
