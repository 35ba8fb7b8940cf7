import type { Product } from "@/lib/domain/catalog/product";
import { compactNumber, foldText, hasDigit, isJoinedScript, splitWords } from "@/lib/domain/catalog/text/fold-text";

/**
 * How much a word counts by where it stands; the highest place of a word in a product is kept. Letters alone inside a
 * part number abbreviate ("-TEAMS-AUDIO") and count less than a name that says the word.
 */
export const placeWeights = {
  partNumber: 12,
  nameStart: 10,
  name: 8,
  partNumberLetters: 5,
  service: 5,
  keyword: 3,
  summary: 1,
} as const;

export type DocumentWords = {
  readonly words: ReadonlyMap<string, number>;
  readonly nameWords: number;
  /** Searched whole, by beginning and by fragment. */
  readonly partNumbers: readonly string[];
  /** Found only whole: hexadecimal ids would match half of all numbers by accident. */
  readonly ids: readonly string[];
};

const WORD_LENGTH_MAX = 40;
const WORDS_MAX = 200;
const SUMMARY_WORDS_MAX = 60;
const TEXTS_KEPT_MAX = 20_000;

/** Remembers the words of texts that many products share; make one for each catalog that is indexed. */
export type WordReader = (text: string) => readonly string[];

export function createWordReader(): WordReader {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const words = known.get(text) ?? splitWords(foldText(text)).map((word) => word.slice(0, WORD_LENGTH_MAX));
    if (known.size >= TEXTS_KEPT_MAX) known.clear();
    known.set(text, words);
    return words;
  };
}

/** Everything a product can be found by; `others` are the same product in other languages. */
export function documentWords(
  product: Product,
  read: WordReader = createWordReader(),
  others: readonly Product[] = [],
): DocumentWords {
  const words = new Map<string, number>();
  const put = (text: string | null, weight: number, max = WORDS_MAX) => {
    const found = text === null ? [] : read(text);
    for (let i = 0; i < found.length && i < max; i += 1) putWord(words, found[i] ?? "", weight);
  };
  for (const { name } of [product, ...others])
    read(name).forEach((word, i) => putWord(words, word, i === 0 ? placeWeights.nameStart : placeWeights.name));
  const numbers = new Set([product.partNumber, ...product.otherPartNumbers]);
  for (const plan of product.plans) if (plan.partNumber !== null) numbers.add(plan.partNumber);
  for (const number of numbers)
    for (const word of read(number))
      putWord(words, word, hasDigit(word) ? placeWeights.partNumber : placeWeights.partNumberLetters);
  put(product.service, placeWeights.service);
  put(product.provider, placeWeights.service);
  for (const { categories, topics, details, serviceType, summary } of [product, ...others]) {
    for (const text of [...categories, ...topics, ...details.keywords, serviceType]) put(text, placeWeights.keyword);
    put(summary, placeWeights.summary, SUMMARY_WORDS_MAX);
  }
  const partNumbers = compactNumbers([...numbers]);
  return {
    words,
    nameWords: read(product.name).length,
    partNumbers,
    ids: compactNumbers([product.externalId, product.key]).filter((id) => !partNumbers.includes(id)),
  };
}

function putWord(words: Map<string, number>, word: string, weight: number): void {
  if ((words.get(word) ?? 0) < weight) words.set(word, weight);
  if (isJoinedScript(word))
    for (const place of suffixes(word)) if ((words.get(place) ?? 0) < weight) words.set(place, weight);
}

function suffixes(word: string): string[] {
  const letters = Array.from(word);
  return letters.map((_, i) => letters.slice(i).join(""));
}

function compactNumbers(numbers: readonly (string | null)[]): string[] {
  const compact = numbers.flatMap((number) => (number === null ? [] : [compactNumber(number)]));
  return [...new Set(compact)].filter((number) => number.length > 0);
}
