import { compactNumber, foldText, hasDigit, splitWords } from "@/lib/domain/catalog/text/fold-text";
import { defaultSynonyms, type Synonyms } from "@/lib/domain/catalog/text/synonyms";

/** One thing that must match: any of the alternatives, each of which needs all its words. */
export type SearchClause = {
  readonly alternatives: readonly (readonly string[])[];
  /** The clause as a part number, where it may be one. */
  readonly number: string | null;
};

export type ParsedSearch = {
  readonly clauses: readonly SearchClause[];
  /** The whole text as a part number: "dzh 318z0 bq" finds DZH-318Z0-BQ. */
  readonly wholeNumber: string;
  /** Each piece between spaces as a part number. */
  readonly pieces: readonly string[];
};

const CLAUSES_MAX = 12;
const NUMBER_FRAGMENT_MIN = 3;

type Unit = { readonly words: readonly string[]; readonly joined: string };

/** Reads what was typed or pasted: quotes, odd spaces and trailing punctuation fall away by themselves. */
export function parseSearch(text: string, synonyms: Synonyms = defaultSynonyms): ParsedSearch {
  const chunks = text
    .split(/[\s,;|]+/u)
    .map((chunk) => splitWords(foldText(chunk)))
    .filter((words) => words.length > 0);
  const units = chunks.flatMap(unitsOf).slice(0, CLAUSES_MAX);
  return {
    clauses: clausesOf(units, synonymIndex(synonyms)),
    wholeNumber: compactNumber(text),
    pieces: chunks.slice(0, CLAUSES_MAX).map((words) => words.join("")),
  };
}

/** "DZH-318Z0" is one number, "add-on" is two words. */
function unitsOf(words: readonly string[]): Unit[] {
  const joined = words.join("");
  if (words.length > 1 && !hasDigit(joined)) return words.map((word) => ({ words: [word], joined: word }));
  return [{ words, joined }];
}

function clausesOf(units: readonly Unit[], synonyms: SynonymIndex): SearchClause[] {
  const clauses: SearchClause[] = [];
  for (let at = 0; at < units.length;) {
    const found = longestSynonym(units, at, synonyms);
    const unit = units[at];
    if (!unit) break;
    if (found) clauses.push({ alternatives: found.phrases, number: found.length === 1 ? numberOf(unit) : null });
    else clauses.push({ alternatives: alternativesOf(unit), number: numberOf(unit) });
    at += found?.length ?? 1;
  }
  return clauses;
}

function alternativesOf(unit: Unit): string[][] {
  const own = [[...unit.words]];
  const [, letters, digits] = /^(\p{L}{3,})(\p{N}+)$/u.exec(unit.joined) ?? [];
  return unit.words.length === 1 && letters && digits ? [...own, [letters, digits]] : own;
}

function numberOf(unit: Unit): string | null {
  return unit.joined.length >= NUMBER_FRAGMENT_MIN ? unit.joined : null;
}

type SynonymIndex = { readonly phrasesOf: ReadonlyMap<string, readonly string[][]>; readonly longest: number };

const indexes = new WeakMap<Synonyms, SynonymIndex>();

function synonymIndex(synonyms: Synonyms): SynonymIndex {
  const known = indexes.get(synonyms);
  if (known) return known;
  const phrasesOf = new Map<string, string[][]>();
  let longest = 1;
  for (const group of synonyms) {
    const phrases = group.map((phrase) => splitWords(foldText(phrase)));
    for (const words of phrases) {
      const others = phrases.filter((other) => other !== words);
      const merged = [...(phrasesOf.get(words.join(" ")) ?? [words]), ...others];
      phrasesOf.set(words.join(" "), merged);
      longest = Math.max(longest, words.length);
    }
  }
  const index = { phrasesOf, longest };
  indexes.set(synonyms, index);
  return index;
}

function longestSynonym(units: readonly Unit[], at: number, { phrasesOf, longest }: SynonymIndex) {
  for (let length = Math.min(longest, units.length - at); length > 0; length -= 1) {
    const phrase = units.slice(at, at + length).flatMap((unit) => unit.words);
    const phrases = phrasesOf.get(phrase.join(" "));
    if (phrases) return { phrases, length };
  }
  return null;
}
