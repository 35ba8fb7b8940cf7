import type { Product } from "@/lib/domain/catalog/product";
import { compactNumber, foldText, isJoinedScript, splitWords } from "@/lib/domain/catalog/text/fold-text";

/** How much a word counts by where it stands; the highest place of a word in a product is kept. */
export const placeWeights = { partNumber: 12, nameStart: 10, name: 8, service: 5, keyword: 3, summary: 1 } as const;

export type DocumentWords = {
  readonly words: ReadonlyMap<string, number>;
  readonly nameWords: number;
  /** Searched whole, by beginning and by fragment. */
  readonly partNumbers: readonly string[];
  /** Found only whole: hexadecimal ids would match half of all numbers by accident. */
  readonly ids: readonly string[];
};

const WORD_LENGTH_MAX = 40;
const SUMMARY_WORDS_MAX = 60;

/** Everything a product can be found by. */
export function documentWords(product: Product): DocumentWords {
  const words = new Map<string, number>();
  const put = (text: string | null, weight: number, max = 200) => {
    if (text) for (const word of splitWords(foldText(text)).slice(0, max)) putWord(words, word, weight);
  };
  const nameWords = splitWords(foldText(product.name));
  nameWords.forEach((word, i) => putWord(words, word, i === 0 ? placeWeights.nameStart : placeWeights.name));
  const numbers = [product.partNumber, ...product.otherPartNumbers, ...product.plans.map((plan) => plan.partNumber)];
  for (const number of new Set(numbers)) put(number, placeWeights.partNumber);
  put(product.service, placeWeights.service);
  put(product.provider, placeWeights.service);
  for (const topic of [...product.categories, ...product.topics, ...product.details.keywords])
    put(topic, placeWeights.keyword);
  put(product.serviceType, placeWeights.keyword);
  put(product.summary, placeWeights.summary, SUMMARY_WORDS_MAX);
  const partNumbers = compactNumbers(numbers);
  return {
    words,
    nameWords: nameWords.length,
    partNumbers,
    ids: compactNumbers([product.externalId, product.key]).filter((id) => !partNumbers.includes(id)),
  };
}

function putWord(words: Map<string, number>, full: string, weight: number): void {
  const word = full.slice(0, WORD_LENGTH_MAX);
  const places = isJoinedScript(word) ? suffixes(word) : [word];
  for (const place of places) if ((words.get(place) ?? 0) < weight) words.set(place, weight);
}

function suffixes(word: string): string[] {
  const letters = Array.from(word);
  return letters.map((_, i) => letters.slice(i).join(""));
}

function compactNumbers(numbers: readonly (string | null)[]): string[] {
  const compact = numbers.flatMap((number) => (number === null ? [] : [compactNumber(number)]));
  return [...new Set(compact)].filter((number) => number.length > 0);
}
