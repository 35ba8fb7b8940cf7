import { bitsInWord } from "@/lib/domain/catalog/index/bitset";
import { findContaining, indexOfText, prefixRange, textAt } from "@/lib/domain/catalog/index/string-table";
import { placeWeights } from "@/lib/domain/catalog/text/document-words";
import { hasDigit } from "@/lib/domain/catalog/text/fold-text";
import type { SearchClause } from "@/lib/domain/catalog/text/parse-search";
import { clearBoard, keepSum, raiseScore, type ScoreBoard, scoredRows } from "@/lib/domain/catalog/text/score-board";
import type { Postings, TextIndexData } from "@/lib/domain/catalog/text/text-index";
import { isWithinTypos, letterMask, typosAllowed } from "@/lib/domain/catalog/text/typos";

/** How near a text came to the word asked for; multiplied by the weight of the place it stands in. */
const nearness = { exact: 8, prefix: 5, shortPrefix: 4, fragment: 4, typo: 2, twoTypos: 1 } as const;
const PREFIX_MIN = 2;
/** Shorter words of a synonym are abbreviations: "av" is no "AvePoint". */
const SYNONYM_PREFIX_MIN = 4;

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
    found = (i === 0 ? fillTyped(data, words, boards) : fillOther(data, { words, clause }, boards)) || found;
  });
  if (clause.number !== null) {
    found = fillNumber(data, clause.number, best) || found;
    // Letters that only happen to stand inside a number may still be a word with a slip.
    if (hasDigit(clause.number)) found = fillFragments(data, lookup(clause.number), best) || found;
    else if (!found) fillFragments(data, lookup(clause.number), best);
  }
  const word = typoWordOf(clause);
  if (word !== null && (!found || typos === "always")) fillTypos(data, word, best);
}

/** The word of a clause that may have been mistyped. A slip in a number would be another product. */
export function typoWordOf({ alternatives }: SearchClause): string | null {
  const [word, ...more] = alternatives[0] ?? [];
  return word === undefined || more.length > 0 || typosAllowed(word) === 0 || hasDigit(word) ? null : word;
}

/** The words as they were typed. */
function fillTyped(data: TextIndexData, words: readonly string[], boards: Boards): boolean {
  const { best, part } = boards;
  const [only] = words;
  if (words.length === 1 && only !== undefined) return fillWord(data, { word: only, prefixMin: PREFIX_MIN }, best);
  if (!fillPhrase(data, { words, prefixMin: PREFIX_MIN }, boards)) return false;
  for (const row of scoredRows(part)) raiseScore(best, row, meanScore(part, row, words));
  return true;
}

/** What means the same counts half, only written otherwise as much; and a little more where both are met. */
function fillOther(
  data: TextIndexData,
  { words, clause }: { readonly words: readonly string[]; readonly clause: SearchClause },
  boards: Boards,
): boolean {
  const halved = words.join("") === clause.alternatives[0]?.join("") ? 0 : 1;
  const { best, part } = boards;
  if (!fillPhrase(data, { words, prefixMin: SYNONYM_PREFIX_MIN }, boards)) return false;
  for (const row of scoredRows(part)) {
    const [before, score] = [best.scores[row] ?? 0, Math.max(1, meanScore(part, row, words) >> halved)];
    raiseScore(best, row, Math.max(before, score) + (Math.min(before, score) >> 2));
  }
  return true;
}

function meanScore({ scores }: ScoreBoard, row: number, { length }: readonly string[]): number {
  return Math.floor((scores[row] ?? 0) / length);
}

/** Leaves in `part` the rows that have all the words, with the sum of their scores. */
function fillPhrase(
  data: TextIndexData,
  { words, prefixMin }: { readonly words: readonly string[]; readonly prefixMin: number },
  { part, other }: Boards,
): boolean {
  if (words.length === 0 || words.some((word) => textsOf(data, { word, prefixMin }) === null)) return false;
  words.forEach((word, i) => {
    const into = i === 0 ? part : other;
    clearBoard(into);
    fillWord(data, { word, prefixMin }, into);
    if (i > 0) keepSum(part, other);
  });
  return true;
}

/** A word, and from how many letters on it may be the beginning of another. */
type Wanted = { readonly word: string; readonly prefixMin: number };

function fillWord(data: TextIndexData, wanted: Wanted, into: ScoreBoard): boolean {
  const texts = textsOf(data, wanted);
  if (!texts) return false;
  const [from, to] = texts;
  const exact = indexOfText(data.words.table, wanted.word);
  const begins = wanted.word.length > PREFIX_MIN ? nearness.prefix : nearness.shortPrefix;
  for (let text = from; text < to; text += 1) raiseByWord(data, text, text === exact ? nearness.exact : begins, into);
  return true;
}

/** The words that are this one or begin with it; null where there are none. */
function textsOf(
  { words: { table } }: TextIndexData,
  { word, prefixMin }: Wanted,
): readonly [from: number, to: number] | null {
  const exact = indexOfText(table, word);
  const [from, to] = word.length < prefixMin ? [exact, exact + 1] : prefixRange(table, word);
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
    const found = textAt(data.words.table, text);
    if (!isWithinTypos(found, word, limit)) return;
    raiseByWord(data, text, limit === 1 || isWithinTypos(found, word, 1) ? nearness.typo : nearness.twoTypos, into);
  });
}
