import { bitsInWord } from "@/lib/domain/catalog/index/bitset";
import { findContaining, indexOfText, prefixRange, textAt } from "@/lib/domain/catalog/index/string-table";
import { placeWeights } from "@/lib/domain/catalog/text/document-words";
import { hasDigit } from "@/lib/domain/catalog/text/fold-text";
import type { SearchClause } from "@/lib/domain/catalog/text/parse-search";
import { clearBoard, keepLower, raiseScore, type ScoreBoard, scoredRows } from "@/lib/domain/catalog/text/score-board";
import type { Postings, TextIndexData } from "@/lib/domain/catalog/text/text-index";
import { isWithinTypos, letterMask, typosAllowed } from "@/lib/domain/catalog/text/typos";

/** How near a text came to the word asked for; multiplied by the weight of the place it stands in. */
const nearness = { exact: 8, prefix: 5, fragment: 4, typo: 2 } as const;
const PREFIX_MIN = 2;

export type TypoPolicy = "whereNothingElse" | "always";

/** `best` takes the answer, the others are working space. */
export type Boards = { readonly best: ScoreBoard; readonly part: ScoreBoard; readonly other: ScoreBoard };

/** The places of part numbers that contain a text. Make one for each search: it asks for the same several times. */
export type NumberLookup = (fragment: string) => readonly number[];

export function createNumberLookup({ partNumbers }: TextIndexData): NumberLookup {
  const kept = new Map<string, readonly number[]>();
  return (fragment) => {
    const known = kept.get(fragment);
    if (known) return known;
    const places: number[] = [];
    findContaining(partNumbers.table, fragment, (place) => places.push(place));
    kept.set(fragment, places);
    return places;
  };
}

export type ClauseContext = {
  readonly data: TextIndexData;
  readonly lookup: NumberLookup;
  readonly typos: TypoPolicy;
};

/** Scores every row by how well it meets one clause of a search. */
export function fillClause({ data, lookup, typos }: ClauseContext, clause: SearchClause, boards: Boards): void {
  const { best } = boards;
  clearBoard(best);
  let found = false;
  clause.alternatives.forEach((words, i) => {
    found = fillAlternative(data, words, i > 0, boards) || found;
  });
  if (clause.number !== null) {
    found = fillNumber(data, clause.number, best) || found;
    if (hasDigit(clause.number) || !found) found = fillFragments(data, lookup(clause.number), best) || found;
  }
  const word = typoWordOf(clause);
  if (word !== null && (!found || typos === "always")) fillTypos(data, word, best);
}

/** The word of a clause that may have been mistyped. A slip in a number would be another product. */
export function typoWordOf({ alternatives }: SearchClause): string | null {
  const [word, ...more] = alternatives[0] ?? [];
  return word === undefined || more.length > 0 || typosAllowed(word) === 0 || hasDigit(word) ? null : word;
}

function fillAlternative(
  data: TextIndexData,
  words: readonly string[],
  isSynonym: boolean,
  { best, part, other }: Boards,
): boolean {
  const [first, ...rest] = words;
  if (first === undefined) return false;
  if (rest.length === 0 && !isSynonym) return fillWord(data, first, best);
  if (words.some((word) => textsOf(data, word) === null)) return false;
  clearBoard(part);
  fillWord(data, first, part);
  for (const word of rest) {
    clearBoard(other);
    fillWord(data, word, other);
    keepLower(part, other);
  }
  for (const row of scoredRows(part)) {
    const score = part.scores[row] ?? 0;
    raiseScore(best, row, isSynonym ? Math.max(1, (score * 3) >> 2) : score);
  }
  return true;
}

function fillWord(data: TextIndexData, word: string, into: ScoreBoard): boolean {
  const texts = textsOf(data, word);
  if (!texts) return false;
  const [from, to] = texts;
  const exact = indexOfText(data.words.table, word);
  for (let text = from; text < to; text += 1)
    raiseByWord(data, text, text === exact ? nearness.exact : nearness.prefix, into);
  return true;
}

/** The words that are this one or, from two letters on, begin with it; null where there are none. */
function textsOf({ words: { table } }: TextIndexData, word: string): readonly [from: number, to: number] | null {
  const exact = indexOfText(table, word);
  const [from, to] = word.length < PREFIX_MIN ? [exact, exact + 1] : prefixRange(table, word);
  return from < 0 || from >= to ? null : [from, to];
}

function raiseByWord({ words }: TextIndexData, text: number, near: number, into: ScoreBoard): void {
  const { rows, weights } = words;
  const end = words.starts[text + 1] ?? 0;
  for (let at = words.starts[text] ?? 0; at < end; at += 1) raiseScore(into, rows[at] ?? 0, (weights[at] ?? 0) * near);
}

function fillNumber(data: TextIndexData, number: string, into: ScoreBoard): boolean {
  const { table } = data.partNumbers;
  const [from, to] = prefixRange(table, number);
  const exact = indexOfText(table, number);
  for (let text = from; text < to; text += 1)
    raiseByNumber(data.partNumbers, text, text === exact ? "exact" : "prefix", into);
  const id = indexOfText(data.ids.table, number);
  if (id >= 0) raiseByNumber(data.ids, id, "exact", into);
  return to > from || id >= 0;
}

function fillFragments(data: TextIndexData, places: readonly number[], into: ScoreBoard): boolean {
  for (const place of places) raiseByNumber(data.partNumbers, place, "fragment", into);
  return places.length > 0;
}

function raiseByNumber(postings: Postings, text: number, near: keyof typeof nearness, into: ScoreBoard): void {
  const score = placeWeights.partNumber * nearness[near];
  const end = postings.starts[text + 1] ?? 0;
  for (let at = postings.starts[text] ?? 0; at < end; at += 1) raiseScore(into, postings.rows[at] ?? 0, score);
}

function fillTypos(data: TextIndexData, word: string, into: ScoreBoard): void {
  const limit = typosAllowed(word);
  const mask = letterMask(word);
  data.typoWords.forEach((text, i) => {
    if (Math.abs((data.typoLengths[i] ?? 0) - word.length) > limit) return;
    if (bitsInWord((data.typoMasks[i] ?? 0) ^ mask) > 2 * limit) return;
    if (isWithinTypos(textAt(data.words.table, text), word, limit)) raiseByWord(data, text, nearness.typo, into);
  });
}
