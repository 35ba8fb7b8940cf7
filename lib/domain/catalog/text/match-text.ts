import {
  addToBitset,
  type Bitset,
  bitsetRows,
  countBits,
  emptyBitset,
  intersectInto,
} from "@/lib/domain/catalog/index/bitset";
import { indexOfText, textAt } from "@/lib/domain/catalog/index/string-table";
import {
  type Boards,
  createNumberLookup,
  fillClause,
  type NumberLookup,
  type TypoPolicy,
  typoWordOf,
} from "@/lib/domain/catalog/text/fill-clause";
import { nearNumbers } from "@/lib/domain/catalog/text/near-numbers";
import { withOtherSpellings } from "@/lib/domain/catalog/text/other-spellings";
import type { ParsedSearch } from "@/lib/domain/catalog/text/parse-search";
import { createScoreBoard, scoredRows } from "@/lib/domain/catalog/text/score-board";
import type { Postings, TextIndexData } from "@/lib/domain/catalog/text/text-index";

export type TextMatches = {
  readonly set: Bitset;
  /** For rows of the set and until the next search; higher is nearer. Short names come first among equals. */
  readonly scoreOf: (row: number) => number;
  readonly match: "all" | "some";
  /** Where a number that was asked for is not there: those one slip away, each with one of its products. */
  readonly near: readonly NearNumber[];
};

/** `number` is compact: without dashes, in lower case. */
export type NearNumber = { readonly number: string; readonly row: number };

const EXACT_NUMBER_BONUS = 1 << 20;
/** Above any sum of clause scores, so that rows matching more clauses come first. */
const MATCHED_CLAUSE_BONUS = 1 << 14;
const BREVITY_STEPS = 16;
const NEAR_MAX = 3;

export type TextMatcher = { match(search: ParsedSearch): TextMatches };

/** Keeps its working arrays between searches; one search at a time. */
export function createTextMatcher(data: TextIndexData): TextMatcher {
  const size = data.nameWords.length;
  const boards: Boards = { best: createScoreBoard(size), part: createScoreBoard(size), other: createScoreBoard(size) };
  const scores = new Uint32Array(size);
  const scoreOf = (row: number) =>
    (scores[row] ?? 0) * BREVITY_STEPS + BREVITY_STEPS - 1 - Math.min(BREVITY_STEPS - 1, data.nameWords[row] ?? 0);
  return {
    match(typed) {
      const search = { ...typed, clauses: withOtherSpellings(typed.clauses, data.words.table) };
      const work: Work = { data, boards, scores, lookup: createNumberLookup(data) };
      const exact = exactRows(data, search.wholeNumber);
      for (const typos of policiesFor(search)) {
        const set = scoreAll(work, search, typos);
        addExact(work, set, exact);
        if (set.some((word) => word !== 0)) return { set, scoreOf, match: "all", near: [] };
      }
      if (search.clauses.length < 2)
        return { set: emptyBitset(size), scoreOf, match: "all", near: nearOf(data, search) };
      const { set, unmet } = scoreSome(work, search);
      return { set, scoreOf, match: "some", near: unmet ? nearOf(data, search) : [] };
    },
  };
}

type Work = {
  readonly data: TextIndexData;
  readonly boards: Boards;
  readonly scores: Uint32Array;
  readonly lookup: NumberLookup;
};

/** Slips are forgiven in words that are nowhere; only where that finds nothing, in the others too. */
function policiesFor({ clauses }: ParsedSearch): readonly TypoPolicy[] {
  const forgiving = clauses.length > 1 && clauses.some((clause) => typoWordOf(clause) !== null);
  return forgiving ? ["whereNothingElse", "always"] : ["whereNothingElse"];
}

/** Rows that meet every clause. */
function scoreAll({ data, boards, scores, lookup }: Work, { clauses }: ParsedSearch, typos: TypoPolicy): Bitset {
  const set = emptyBitset(scores.length);
  for (const [i, clause] of clauses.entries()) {
    fillClause({ data, lookup, typos }, clause, boards);
    const { best } = boards;
    if (i === 0) set.set(best.scored);
    else intersectInto(set, best.scored);
    const rows = bitsetRows(set, countBits(set));
    if (rows.length === 0) break;
    for (const row of rows) scores[row] = (i === 0 ? 0 : (scores[row] ?? 0)) + (best.scores[row] ?? 0);
  }
  return set;
}

/** Rows that meet any clause, those that meet most of them first. */
function scoreSome({ data, boards, scores, lookup }: Work, { clauses }: ParsedSearch) {
  const set = emptyBitset(scores.length);
  scores.fill(0);
  let unmet = false;
  for (const clause of clauses) {
    fillClause({ data, lookup, typos: "whereNothingElse" }, clause, boards);
    const rows = scoredRows(boards.best);
    if (rows.length === 0) unmet = true;
    for (const row of rows) {
      scores[row] = (scores[row] ?? 0) + MATCHED_CLAUSE_BONUS + (boards.best.scores[row] ?? 0);
      addToBitset(set, row);
    }
  }
  return { set, unmet };
}

/** Exact part numbers come before everything, whether or not they meet the clauses. */
function addExact({ boards, scores }: Work, set: Bitset, exact: readonly number[]): void {
  for (const row of exact) {
    scores[row] = EXACT_NUMBER_BONUS + (boards.best.scores[row] ?? 0);
    addToBitset(set, row);
  }
}

function exactRows(data: TextIndexData, number: string): number[] {
  if (number === "") return [];
  return [data.partNumbers, data.ids].flatMap((postings) => Array.from(rowsOfText(postings, number)));
}

/** The products a compact part number or id belongs to. */
export function rowsOfText({ table, starts, rows }: Postings, text: string): Int32Array {
  const index = indexOfText(table, text);
  return index < 0 ? new Int32Array() : rows.subarray(starts[index] ?? 0, starts[index + 1] ?? 0);
}

/** What is typed may be one number in pieces, so the whole is tried before its parts. */
function nearOf({ partNumbers }: TextIndexData, { wholeNumber, pieces }: ParsedSearch): NearNumber[] {
  const numbers = new Set([wholeNumber, ...pieces]);
  for (const number of numbers) {
    const places = indexOfText(partNumbers.table, number) < 0 ? nearNumbers(partNumbers.table, number, NEAR_MAX) : [];
    if (places.length === 0) continue;
    return places.map((place) => ({
      number: textAt(partNumbers.table, place),
      row: partNumbers.rows[partNumbers.starts[place] ?? 0] ?? 0,
    }));
  }
  return [];
}
