import { scaleAmount } from "../amounts";
import { hashText } from "../chance";
import { convertFromUsd, type Currency } from "../currencies";
import type { CloudBlueProduct, Period, PriceRow } from "./records";

/** Commitment and billing rhythm of one variant; variants of a product share its MPN. */
export type Term = "annual-annual" | "annual-monthly" | "monthly-monthly" | "triennial-annual";

export type Family = {
  service: string;
  vendor: string;
  prefix: string;
  terms: readonly Term[];
  currencies?: readonly Currency[];
  /** Microsoft's reseller names carry the commitment in brackets. */
  nameTerms?: "nce";
};

export type FamilyRow = {
  key: string;
  name: string;
  /** US dollars per unit and month on an annual commitment; `null` = the vendor states no cost. */
  cost: string | null;
  price: string;
  mpn?: string;
  min?: string;
  max?: string;
  terms?: readonly Term[];
  currencies?: readonly Currency[];
  /** Keys of the same family, or full MPNs. */
  needs?: readonly string[];
  setup?: readonly [cost: string, price: string];
  overuse?: readonly [cost: string, price: string];
  /** Amounts by lower limit; the first equals `cost` and `price`. */
  tiers?: readonly (readonly [from: number, cost: string, price: string])[];
  usageOnly?: true;
};

const MONTH: Period = { type: "month", duration: 1 };
const YEAR: Period = { type: "year", duration: 1 };
const THREE_YEARS: Period = { type: "year", duration: 3 };

const TERM: Record<Term, { commitment: Period; billing: Period; numerator: bigint; label: string }> = {
  "annual-annual": { commitment: YEAR, billing: YEAR, numerator: 12_00n, label: "(NCE COM ANN)" },
  "annual-monthly": { commitment: YEAR, billing: MONTH, numerator: 1_00n, label: "(NCE COM ANN)" },
  "monthly-monthly": { commitment: MONTH, billing: MONTH, numerator: 1_20n, label: "(NCE COM MTH)" },
  "triennial-annual": { commitment: THREE_YEARS, billing: YEAR, numerator: 11_40n, label: "(NCE COM 3YR)" },
};

export function offer(
  key: string,
  name: string,
  cost: string | null,
  price: string,
  more: Omit<FamilyRow, "key" | "name" | "cost" | "price"> = {},
): FamilyRow {
  return { key, name, cost, price, ...more };
}

export function expandFamily(family: Family, rows: readonly FamilyRow[]): CloudBlueProduct[] {
  const keys = new Set(rows.map((row) => row.key));
  const mpnOf = (key: string) =>
    rows.find((row) => row.key === key)?.mpn ?? (keys.has(key) ? `DEMO-${family.prefix}-${key}` : key);
  return rows.flatMap((row) => (row.terms ?? family.terms).map((term) => expandRow(family, row, term, mpnOf)));
}

function expandRow(family: Family, row: FamilyRow, term: Term, mpnOf: (key: string) => string): CloudBlueProduct {
  const { commitment, billing, label } = TERM[term];
  // A product sold by the month only has no annual commitment to be dearer than.
  const isMonthlyOnly = (row.terms ?? family.terms).every((other) => other === "monthly-monthly");
  const numerator = isMonthlyOnly ? 100n : TERM[term].numerator;
  const currencies = row.currencies ?? family.currencies ?? ["USD"];
  const mpn = mpnOf(row.key);
  return {
    mpn,
    name: family.nameTerms ? `${row.name} ${label}` : row.name,
    serviceName: family.service,
    vendor: family.vendor,
    id: productId(mpn, commitment, billing),
    minimumQuantity: row.min ?? "1.0",
    maximumQuantity: row.max ?? "10000.0",
    costs: row.cost === null ? [] : priceRows(row, "cost", currencies, numerator),
    prices: priceRows(row, "price", currencies, numerator),
    billingPeriod: billing,
    subscriptionPeriod: commitment,
    dependsOn: (row.needs ?? []).map(mpnOf),
    billingModel: row.usageOnly ? "chargeAfterBillingPeriod" : "chargeBeforeBillingPeriod",
    coterming: { required: "ALLOWED", type: "SUBSCRIPTION" },
  };
}

function priceRows(
  row: FamilyRow,
  side: "cost" | "price",
  currencies: readonly Currency[],
  numerator: bigint,
): PriceRow[] {
  const of = (pair: readonly [string, string]) => (side === "cost" ? pair[0] : pair[1]);
  const perPeriod = (amount: string) =>
    numerator === 100n ? amount : scaleAmount(amount, numerator, 100n, amount.startsWith("0.0") ? 4 : 2);
  return currencies.flatMap((currency) => {
    const rows: PriceRow[] = [];
    if (row.setup) rows.push({ currency, amount: convertFromUsd(of(row.setup), currency), type: "setup" });
    if (row.tiers) {
      for (const [lowerLimit, cost, price] of row.tiers) {
        const amount = convertFromUsd(perPeriod(of([cost, price])), currency);
        rows.push({ currency, amount, type: "recurring", model: "VOLUME_SUBSCRIPTION", lowerLimit });
      }
    } else if (!row.usageOnly) {
      const base = side === "cost" ? (row.cost ?? row.price) : row.price;
      rows.push({ currency, amount: convertFromUsd(perPeriod(base), currency), type: "recurring", model: "FLAT" });
    }
    if (row.overuse) rows.push({ currency, amount: convertFromUsd(of(row.overuse), currency), type: "overuse" });
    return rows;
  });
}

/** The catalog id of late API versions: one per MPN and periods, and recognisably made up. */
export function productId(mpn: string, commitment: Period, billing: Period): string {
  const code = (period: Period) => `${period.duration}${period.type.charAt(0)}`;
  const text = `${mpn}|${code(commitment)}|${code(billing)}`;
  return `sku-DEMO-${hashText(text).toString(36).toUpperCase().padStart(7, "0")}`;
}
