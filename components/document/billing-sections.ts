import { formatBilling, formatPer, formatPerInFull, formatPeriod } from "@/components/ui/format";

type Amount = { amount: string; currency: string };

/** What of a line decides where its charges stand. */
type Billed = {
  billingPeriod: string | null;
  price: Amount | null;
  total: Amount | null;
  setupPrice: Amount | null;
  setupTotal: Amount | null;
  /** The position, or the id, of the line it belongs under. */
  under: number | string | null;
  position: number;
  id?: string;
};

type PeriodTotals = {
  oneTime: Amount;
  monthly: Amount;
  yearly: Amount;
  other: readonly { period: string; total: Amount }[];
};

export type BillingRow<L> = {
  line: L;
  setup: boolean;
  /** Stands under a line that is in the same table. */
  nested: boolean;
  /** Null, as the total is, where it is billed by use. */
  price: Amount | null;
  total: Amount | null;
};

export type BillingSection<L> = {
  /** ISO period, "once" or "use". */
  key: string;
  title: string;
  /** "USD / mo" for a column head, and the same in full. */
  unit: string;
  unitInFull: string;
  subtotalLabel: string;
  rows: readonly BillingRow<L>[];
  subtotal: Amount | null;
};

const first = ["once", "P1M", "P1Y"];

/** One table per billing period: one-time (set-up fees with it), monthly, yearly, the others as they come, by use. */
export function billingSections<L extends Billed>(
  lines: readonly L[],
  totals: PeriodTotals | undefined,
  currency: string,
): BillingSection<L>[] {
  const rowsByPeriod = new Map<string, BillingRow<L>[]>(first.map((key) => [key, []]));
  const byUse: BillingRow<L>[] = [];
  const put = (key: string, row: BillingRow<L>) => {
    const rows = rowsByPeriod.get(key) ?? [];
    rows.push(row);
    rowsByPeriod.set(key, rows);
  };
  for (const line of lines) {
    if (line.setupPrice && line.setupTotal) {
      put("once", { line, setup: true, nested: false, price: line.setupPrice, total: line.setupTotal });
    }
    if (!line.price) {
      const nested = byUse.some((row) => isParent(row.line, line));
      byUse.push({ line, setup: false, nested, price: null, total: null });
      continue;
    }
    const key = line.billingPeriod ?? "once";
    const nested = (rowsByPeriod.get(key) ?? []).some((row) => !row.setup && isParent(row.line, line));
    put(key, { line, setup: false, nested, price: line.price, total: line.total });
  }
  const periods = [...rowsByPeriod]
    .filter(([, rows]) => rows.length > 0)
    .map(([key, rows]) => toSection(key, rows, totals, currency));
  return byUse.length > 0 ? [...periods, useSection(byUse, currency)] : periods;
}

/** The totals that a summary lists: those with something in them, in the order of the tables. */
export function summaryRows(totals: PeriodTotals): { key: string; label: string; total: Amount }[] {
  const rows = [
    { key: "once", label: periodLabel("once"), total: totals.oneTime },
    { key: "P1M", label: periodLabel("P1M"), total: totals.monthly },
    { key: "P1Y", label: periodLabel("P1Y"), total: totals.yearly },
    ...totals.other.map(({ period, total }) => ({ key: period, label: periodLabel(period), total })),
  ];
  return rows.filter(({ total }) => /[1-9]/.test(total.amount));
}

const periodLabels: Readonly<Record<string, string>> = { once: "One-time", P1M: "Per month", P1Y: "Per year" };

export function periodLabel(period: string): string {
  return periodLabels[period] ?? `Every ${formatPeriod(period)}`;
}

function isParent(line: Billed, child: Billed): boolean {
  return child.under !== null && (child.under === line.position || child.under === line.id);
}

function useSection<L>(rows: readonly BillingRow<L>[], currency: string): BillingSection<L> {
  const title = "Charges billed by use";
  const unitInFull = `${currency}, by use`;
  return { key: "use", rows, title, unit: currency, unitInFull, subtotalLabel: "", subtotal: null };
}

function toSection<L>(
  key: string,
  rows: readonly BillingRow<L>[],
  totals: PeriodTotals | undefined,
  currency: string,
): BillingSection<L> {
  const period = key === "once" ? null : key;
  const billing = formatBilling(period);
  return {
    key,
    rows,
    subtotal: subtotalOf(key, totals),
    title: billing.startsWith("Every ") ? `Charges ${billing.toLowerCase()}` : `${billing} charges`,
    unit: period === null ? currency : `${currency} ${formatPer(period)}`,
    unitInFull: period === null ? `${currency}, one-time` : `${currency} ${formatPerInFull(period)}`,
    subtotalLabel: period === null ? "Total one-time" : `Total ${formatPerInFull(period)}`,
  };
}

function subtotalOf(key: string, totals: PeriodTotals | undefined): Amount | null {
  if (!totals) return null;
  if (key === "once") return totals.oneTime;
  if (key === "P1M") return totals.monthly;
  if (key === "P1Y") return totals.yearly;
  return totals.other.find(({ period }) => period === key)?.total ?? null;
}
