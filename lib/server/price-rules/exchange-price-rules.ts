import type { ImportResultDto } from "@/lib/contracts/price-rule-preview";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import { newId } from "@/lib/server/new-id";
import { insertRule, replaceRule, requireCurrency } from "@/lib/server/price-rules/change-price-rules";
import { storedRules } from "@/lib/server/price-rules/list-price-rules";
import { type CsvRule, readRulesCsv, writeRulesCsv } from "@/lib/server/price-rules/price-rules-csv";
import type { StoredRule } from "@/lib/server/price-rules/rule-store";
import { unknownNames } from "@/lib/server/price-rules/unknown-names";
import { requireRight, type Viewer } from "@/lib/server/viewer";

const ROWS_MAX = 2_000;

export async function exportPriceRules(desk: Pick<Desk, "db">, viewer: Viewer): Promise<string> {
  requireRight(viewer, "costs:read");
  return writeRulesCsv(await storedRules(desk.db));
}

type Import = { readonly csv: string; readonly dryRun: boolean };
type Judged = ImportResultDto["rows"][number] & { readonly read: CsvRule; readonly before: StoredRule | null };

/** What each row means for the rules in force; all of them are taken over together, or none. */
export async function importPriceRules(
  desk: Pick<Desk, "db" | "now" | "catalog">,
  viewer: Viewer,
  { csv, dryRun }: Import,
): Promise<ImportResultDto> {
  requireRight(viewer, "rules:write");
  const rows = readRulesCsv(csv);
  if (rows.length === 0) throw new AppError("invalid", "This file has no rows. The first row names the columns.");
  if (rows.length > ROWS_MAX)
    throw new AppError("invalid", `At most ${ROWS_MAX} rules at once; these are ${rows.length}.`);
  const judged = judge(rows, await storedRules(desk.db));
  const unknown = await unknownNames(desk);
  const shown = judged.map(({ row, name, outcome, message, read }) => {
    const warnings = read.entry ? unknown(read.entry.scope) : [];
    return { row, name, outcome, message: message || warnings.join(" ") };
  });
  if (dryRun) return { rows: shown, applied: 0 };
  const bad = judged.filter(({ outcome }) => outcome === "unreadable");
  if (bad.length > 0) {
    const errors = bad.map(({ row, message }) => ({ path: `body.csv.${row}`, message: `Row ${row}: ${message}` }));
    throw new AppError("invalid", "Nothing was imported: some rows cannot be read.", { errors });
  }
  const effective = judged.filter(({ outcome }) => outcome !== "same");
  await desk.db.transaction().execute(async (trx) => {
    for (const { read, before } of effective) {
      if (!read.entry) continue;
      if (before) await replaceRule(trx, desk, viewer, { before, entry: read.entry });
      else await insertRule(trx, desk, viewer, { id: newId(), entry: read.entry });
    }
  });
  return { rows: shown, applied: effective.length };
}

/** A row belongs to the rule with its id, else to the one rule with its name; a name that fits several is refused. */
function judge(rows: readonly CsvRule[], stored: readonly StoredRule[]): Judged[] {
  const taken = new Set<string>();
  return rows.map((read): Judged => {
    const named = stored.filter(({ entry }) => entry.name === read.name);
    const own = stored.find(({ id }) => id === read.id) ?? null;
    const before = own ?? (named.length === 1 ? (named[0] ?? null) : null);
    const rule = before ? `id ${before.id}` : `name ${read.name}`;
    const twice = taken.has(rule) ? "another row stands for the same rule" : "";
    const unclear = !own && named.length > 1 ? "several rules have this name: say which one by its id" : "";
    const message = (read.entry ? currencyRefusal(read) : read.message) || twice || unclear;
    taken.add(rule);
    return { row: read.row, name: read.name, outcome: outcomeOf(read, before, message), message, read, before };
  });
}

function outcomeOf({ entry }: CsvRule, before: StoredRule | null, refused: string): Judged["outcome"] {
  if (refused) return "unreadable";
  if (!before) return "new";
  return JSON.stringify(before.entry) === JSON.stringify(entry) ? "same" : "changed";
}

function currencyRefusal({ entry }: CsvRule): string {
  try {
    if (entry) requireCurrency(entry);
    return "";
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
