import Papa from "papaparse";
import type { SynonymsDto, SynonymsReadDto } from "@/lib/contracts/catalog-settings";
import { synonymProblems } from "@/lib/domain/catalog/text/check-synonyms";
import { FORMULA, plainCell } from "@/lib/server/formula-cell";
import type { IsPartNumber } from "@/lib/server/settings/synonyms";

const BYTE_ORDER_MARK = "\uFEFF";
const HEAD = "Words that mean the same";

/** One group to a row, one entry to a cell. */
export function writeSynonymsCsv({ groups }: SynonymsDto): string {
  return BYTE_ORDER_MARK + Papa.unparse([[HEAD], ...groups], { escapeFormulae: FORMULA });
}

/** Every group of the file, with what stands in the way of each; rows are counted as spreadsheets count. */
export function readSynonymsCsv(csv: string, isPartNumber: IsPartNumber): SynonymsReadDto {
  const { data } = Papa.parse<string[]>(csv.replace(BYTE_ORDER_MARK, ""), { delimiter: delimiterOf(csv) });
  const filled = data.flatMap((cells, i) => {
    const entries = cells.map(plainCell).filter((cell) => cell !== "");
    return entries.length === 0 || (i === 0 && entries[0] === HEAD) ? [] : [{ row: i + 1, entries }];
  });
  const groups = filled.map(({ entries }) => entries);
  const problems = synonymProblems(groups, isPartNumber).map(({ group, message }) => ({
    row: filled[group]?.row ?? 0,
    message,
  }));
  return { groups, problems };
}

/** Spreadsheets of other countries part cells by semicolons; guessing by rows of equal length fails for groups. */
function delimiterOf(csv: string): string {
  const bare = csv.replace(/"[^"]*"/g, "");
  const count = (sign: string) => bare.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
