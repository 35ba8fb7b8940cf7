import Papa from "papaparse";
import { type PriceEntry, PriceEntrySchema } from "@/lib/contracts/price-rules";
import { AppError } from "@/lib/server/app-error";
import { FORMULA, plainCell } from "@/lib/server/formula-cell";

const BYTE_ORDER_MARK = "\uFEFF";

const columns = [
  "Id",
  "Name",
  "Sets",
  "Kind",
  "Percent",
  "Amount",
  "Currency",
  "Policy",
  "Vendor",
  "Service",
  "Category",
  "Product",
  "Customer",
  "Valid from",
  "Valid until",
  "Rounding",
] as const;

type Column = (typeof columns)[number];
type Cells = Partial<Record<Column, string | undefined>>;

export function writeRulesCsv(rules: readonly { readonly id: string; readonly entry: PriceEntry }[]): string {
  const data = rules.map(({ id, entry }) => {
    const cells = { Id: id, ...toCells(entry) };
    return columns.map((column) => cells[column] ?? "");
  });
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...columns], data }, { escapeFormulae: FORMULA });
}

function toCells(entry: PriceEntry): Cells {
  const { vendor, service, category, product, customer } = entry.scope;
  const scope = {
    Vendor: vendor,
    Service: service,
    Category: category,
    Product: product && `${product.vendor}/${product.key}`,
    Customer: customer,
  };
  const what: Extract<PriceEntry, { sets: "limit" }>["limit"] | Extract<PriceEntry, { sets: "price" }>["effect"] =
    entry.sets === "limit" ? entry.limit : entry.effect;
  const common = {
    Name: entry.name,
    Sets: entry.sets,
    Kind: what.kind,
    Percent: "percent" in what ? what.percent : undefined,
    Amount: "amount" in what ? what.amount : undefined,
    Currency: "currency" in what ? what.currency : undefined,
    ...scope,
  };
  if (entry.sets === "limit") return { ...common, Policy: entry.policy };
  const { validFrom, validUntil, rounding } = entry;
  return {
    ...common,
    "Valid from": validFrom ?? undefined,
    "Valid until": validUntil ?? undefined,
    Rounding: rounding ? roundingText(rounding) : undefined,
  };
}

type Rounding = NonNullable<Extract<PriceEntry, { sets: "price" }>["rounding"]>;

function roundingText(rounding: Rounding): string {
  if (rounding.kind === "minor-unit") return rounding.kind;
  const what = rounding.kind === "step" ? rounding.step : rounding.ending;
  return `${rounding.kind} ${what} ${rounding.direction}`;
}

export type CsvRule = {
  /** As spreadsheets count: the head is row 1. */
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly entry: PriceEntry | null;
  readonly message: string;
};

/** Every row of the file, readable or not. Throws `invalid` where a column means nothing here: it may have been a limit. */
export function readRulesCsv(csv: string): CsvRule[] {
  const parsed = Papa.parse<Record<string, unknown>>(csv.replace(BYTE_ORDER_MARK, ""), {
    header: true,
    transformHeader: (head) => head.trim(),
    transform: plainCell,
  });
  requireKnownColumns(parsed.meta.fields ?? []);
  return parsed.data.flatMap((cells, index) => {
    const isBlank = Object.values(cells).every((cell) => cell === "");
    return isBlank ? [] : [readRow(cells, index + 2)];
  });
}

function requireKnownColumns(heads: readonly string[]): void {
  const known: ReadonlySet<string> = new Set(["", ...columns]);
  const strange = heads.filter((head) => !known.has(head)).map((head) => `“${head.slice(0, 40)}”`);
  if (strange.length === 0) return;
  const message = `There is no column ${strange.slice(0, 5).join(", ")}. The columns are ${columns.join(", ")}.`;
  throw new AppError("invalid", message, { errors: [{ path: "body.csv", message }] });
}

function readRow(given: Readonly<Record<string, unknown>>, row: number): CsvRule {
  const cells: Cells = given;
  const { data, error } = PriceEntrySchema.safeParse(fromCells(cells));
  const issue = error?.issues[0];
  const message = strayCell(given) || (issue ? `${issue.path.join(" ") || "row"}: ${issue.message}` : "");
  return { row, id: cells.Id ?? "", name: cells.Name ?? "", entry: (message === "" && data) || null, message };
}

/** A cell that would be lost must not pass for a rule that is limited by it. */
function strayCell(cells: Readonly<Record<string, unknown>>): string {
  if (cells[""] || cells.__parsed_extra !== undefined) return "row: it has more cells than there are columns";
  const foreign = cells.Sets === "limit" ? (["Valid from", "Valid until", "Rounding"] as const) : (["Policy"] as const);
  const stray = foreign.find((column) => cells[column]);
  return stray === undefined ? "" : `${stray}: ${cells.Sets === "limit" ? "a limit has none" : "only a limit has one"}`;
}

function fromCells(cells: Cells): unknown {
  const what = present({
    kind: cells.Kind,
    percent: cells.Percent,
    amount: cells.Amount,
    currency: cells.Currency,
  });
  const [productVendor, ...key] = (cells.Product ?? "").split("/");
  const scope = present({
    vendor: cells.Vendor,
    service: cells.Service,
    category: cells.Category,
    product: cells.Product ? { vendor: productVendor, key: key.join("/") } : undefined,
    customer: cells.Customer,
  });
  const common = { sets: cells.Sets, name: cells.Name, scope };
  if (cells.Sets === "limit") return { ...common, limit: what, policy: cells.Policy };
  return {
    ...common,
    effect: what,
    validFrom: cells["Valid from"] || null,
    validUntil: cells["Valid until"] || null,
    rounding: cells.Rounding ? readRounding(cells.Rounding) : null,
  };
}

function readRounding(text: string): unknown {
  const [kind, what, direction, more] = text.split(/\s+/);
  if (more !== undefined || (kind === "minor-unit" && what !== undefined)) return text;
  if (kind === "step") return { kind, step: what, direction };
  return kind === "ending" ? { kind, ending: what, direction } : { kind };
}

function present(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));
}
