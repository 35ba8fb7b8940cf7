import { findContaining, indexOfText, prefixRange, textAt } from "@/lib/domain/catalog/index/string-table";
import { bitsInWord } from "@/lib/domain/catalog/index/bitset";
import { placeWeights } from "@/lib/domain/catalog/text/document-words";
import { hasDigit } from "@/lib/domain/catalog/text/fold-text";
import { isNumberShaped, type ParsedSearch, type SearchClause } from "@/lib/domain/catalog/text/parse-search";
import type { Postings, TextIndexData } from "@/lib/domain/catalog/text/text-index";
import { isWithinTypos, letterMask, typosAllowed } from "@/lib/domain/catalog/text/typos";

export type TextMatches = {
  /** Ascending row numbers. */
  readonly rows: Int32Array;
  /** By row number; higher is nearer. */
  readonly scores: Uint32Array;
  readonly match: "all" | "some";
};

/** How near a text came to the word asked for; multiplied by the weight of the place it stands in. */
const nearness = { exact: 8, prefix: 5, fragment: 4, typo: 2 } as const;
const PREFIX_MIN = 2;
const EXACT_NUMBER_BONUS = 1 << 24;
/** Above any sum of clause scores, so that rows matching more clauses come first. */
const MATCHED_CLAUSE_BONUS = 1 << 14;
const BREVITY_STEPS = 16;

type TypoPolicy = "whereNothingElse" | "always";

export type TextMatcher = { match(search: ParsedSearch): TextMatches };

/** Keeps its working arrays between searches; one search at a time. */
export function createTextMatcher(data: TextIndexData): TextMatcher {
  const size = data.nameWords.length;
  const best = new Uint16Array(size);
  const part = new Uint16Array(size);
  const other = new Uint16Array(size);
  const scoreClause = (clause: SearchClause, typos: TypoPolicy) => {
    best.fill(0);
    fillClause(data, clause, typos, { best, part, other });
    return best;
  };
  return {
    match(search) {
      const exact = exactRows(data, search.wholeNumber);
      for (const typos of ["whereNothingElse", "always"] as const) {
        const scores = scoreAll(search, size, (clause) => scoreClause(clause, typos));
        const matches = finish(data, scores, exact, "all");
        if (matches.rows.length > 0) return matches;
      }
      if (search.clauses.length < 2) return finish(data, new Uint32Array(size), exact, "all");
      return finish(
        data,
        scoreSome(search, size, (clause) => scoreClause(clause, "whereNothingElse")),
        exact,
        "some",
      );
    },
  };
}

function scoreAll(search: ParsedSearch, size: number, scoreClause: (clause: SearchClause) => Uint16Array): Uint32Array {
  const scores = new Uint32Array(size);
  search.clauses.forEach((clause, i) => {
    const clauseScores = scoreClause(clause);
    for (let row = 0; row < size; row += 1) {
      const score = clauseScores[row] ?? 0;
      const sum = scores[row] ?? 0;
      if (i === 0) scores[row] = score;
      else if (sum !== 0) scores[row] = score === 0 ? 0 : sum + score;
    }
  });
  return scores;
}

function scoreSome(
  search: ParsedSearch,
  size: number,
  scoreClause: (clause: SearchClause) => Uint16Array,
): Uint32Array {
  const scores = new Uint32Array(size);
  for (const clause of search.clauses) {
    const clauseScores = scoreClause(clause);
    for (let row = 0; row < size; row += 1) {
      const score = clauseScores[row] ?? 0;
      if (score !== 0) scores[row] = (scores[row] ?? 0) + MATCHED_CLAUSE_BONUS + score;
    }
  }
  return scores;
}

/** Short names first among equals, exact part numbers before everything. */
function finish(
  data: TextIndexData,
  scores: Uint32Array,
  exact: readonly number[],
  match: "all" | "some",
): TextMatches {
  const isExact = new Set(exact);
  for (const row of exact) scores[row] = Math.max(scores[row] ?? 0, 1);
  let count = 0;
  for (const score of scores) if (score !== 0) count += 1;
  const rows = new Int32Array(count);
  let filled = 0;
  for (let row = 0; row < scores.length && filled < count; row += 1) {
    const score = scores[row] ?? 0;
    if (score === 0) continue;
    const brevity = BREVITY_STEPS - 1 - Math.min(BREVITY_STEPS - 1, data.nameWords[row] ?? 0);
    scores[row] = score * BREVITY_STEPS + brevity + (isExact.has(row) ? EXACT_NUMBER_BONUS : 0);
    rows[filled] = row;
    filled += 1;
  }
  return { rows, scores, match };
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

type Scratch = { readonly best: Uint16Array; readonly part: Uint16Array; readonly other: Uint16Array };

function fillClause(data: TextIndexData, clause: SearchClause, typos: TypoPolicy, scratch: Scratch): void {
  const { best } = scratch;
  let found = false;
  clause.alternatives.forEach((words, i) => {
    found = fillAlternative(data, words, i > 0, scratch) || found;
  });
  if (clause.number !== null) {
    found = fillNumber(data, clause.number, best) || found;
    if (hasDigit(clause.number) || !found) found = fillFragments(data, clause.number, best) || found;
  }
  const [word, ...more] = clause.alternatives[0] ?? [];
  if (word !== undefined && more.length === 0 && (!found || typos === "always")) fillTypos(data, word, best);
}

function fillAlternative(
  data: TextIndexData,
  words: readonly string[],
  isSynonym: boolean,
  { best, part, other }: Scratch,
): boolean {
  const [first, ...rest] = words;
  if (first === undefined) return false;
  if (rest.length === 0 && !isSynonym) return fillWord(data, first, best);
  part.fill(0);
  let found = fillWord(data, first, part);
  for (const word of rest) {
    if (!found) return false;
    other.fill(0);
    found = fillWord(data, word, other);
    for (let row = 0; row < part.length; row += 1) part[row] = Math.min(part[row] ?? 0, other[row] ?? 0);
  }
  if (!found) return false;
  for (let row = 0; row < part.length; row += 1) {
    const score = part[row] ?? 0;
    const counted = isSynonym && score > 0 ? Math.max(1, (score * 3) >> 2) : score;
    if (counted > (best[row] ?? 0)) best[row] = counted;
  }
  return true;
}

function fillWord(data: TextIndexData, word: string, into: Uint16Array): boolean {
  const { words } = data;
  const exact = indexOfText(words.table, word);
  const [from, to] = word.length < PREFIX_MIN ? [exact, exact + 1] : prefixRange(words.table, word);
  if (from < 0 || from >= to) return false;
  for (let text = from; text < to; text += 1)
    raiseByWord(data, text, text === exact ? nearness.exact : nearness.prefix, into);
  return true;
}

function raiseByWord({ words }: TextIndexData, text: number, near: number, into: Uint16Array): void {
  const end = words.starts[text + 1] ?? 0;
  for (let at = words.starts[text] ?? 0; at < end; at += 1) {
    const score = (words.weights[at] ?? 0) * near;
    const row = words.rows[at] ?? 0;
    if (score > (into[row] ?? 0)) into[row] = score;
  }
}

function fillNumber(data: TextIndexData, number: string, into: Uint16Array): boolean {
  const { table } = data.partNumbers;
  const [from, to] = prefixRange(table, number);
  const exact = indexOfText(table, number);
  for (let text = from; text < to; text += 1)
    raiseByNumber(data.partNumbers, text, text === exact ? "exact" : "prefix", into);
  const id = indexOfText(data.ids.table, number);
  if (id >= 0) raiseByNumber(data.ids, id, "exact", into);
  return to > from || id >= 0;
}

function fillFragments(data: TextIndexData, number: string, into: Uint16Array): boolean {
  let found = false;
  findContaining(data.partNumbers.table, number, (text) => {
    found = true;
    raiseByNumber(data.partNumbers, text, "fragment", into);
  });
  return found;
}

function raiseByNumber(postings: Postings, text: number, near: keyof typeof nearness, into: Uint16Array): void {
  const score = placeWeights.partNumber * nearness[near];
  const end = postings.starts[text + 1] ?? 0;
  for (let at = postings.starts[text] ?? 0; at < end; at += 1) {
    const row = postings.rows[at] ?? 0;
    if (score > (into[row] ?? 0)) into[row] = score;
  }
}

function fillTypos(data: TextIndexData, word: string, into: Uint16Array): void {
  const limit = typosAllowed(word);
  if (limit === 0 || isNumberShaped(word) || hasDigit(word)) return;
  const mask = letterMask(word);
  data.typoWords.forEach((text, i) => {
    if (Math.abs((data.typoLengths[i] ?? 0) - word.length) > limit) return;
    if (bitsInWord((data.typoMasks[i] ?? 0) ^ mask) > 2 * limit) return;
    if (isWithinTypos(textAt(data.words.table, text), word, limit)) raiseByWord(data, text, nearness.typo, into);
  });
}
