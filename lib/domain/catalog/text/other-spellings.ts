import { indexOfText, prefixRange, type StringTable } from "@/lib/domain/catalog/index/string-table";
import { hasDigit } from "@/lib/domain/catalog/text/fold-text";
import type { SearchClause } from "@/lib/domain/catalog/text/parse-search";

/** Parts of a word are words of their own from this many letters on. */
const PART_MIN = 2;
const JOINED_MAX = 40;
const LETTER_BESIDE_DIGIT = /(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/**
 * The same clauses, open to another way of writing apart or together that the catalog's own words use: "share point"
 * for SharePoint, "powerbi" for Power BI, "10tb" for 10 TB.
 */
export function withOtherSpellings(clauses: readonly SearchClause[], words: StringTable): SearchClause[] {
  const spelled: SearchClause[] = [];
  for (let at = 0; at < clauses.length;) {
    const [clause, next] = [clauses[at], clauses[at + 1]];
    if (!clause) break;
    const together = next ? joined(clause, next, words) : null;
    spelled.push(together ?? apart(clause, words));
    at += together ? 2 : 1;
  }
  return spelled;
}

function joined(clause: SearchClause, next: SearchClause, words: StringTable): SearchClause | null {
  const [left, right] = [onlyWord(clause), onlyWord(next)];
  if (left === null || right === null) return null;
  const both = left + right;
  if (both.length > JOINED_MAX || indexOfText(words, both) < 0) return null;
  return {
    alternatives: [[left, right], [both]],
    number: clause.number === null && next.number === null ? null : both,
  };
}

function apart(clause: SearchClause, words: StringTable): SearchClause {
  const word = onlyWord(clause);
  if (word === null || isKnown(words, word)) return clause;
  const parts = cutsOf(word)
    .map((cut) => [word.slice(0, cut), word.slice(cut)])
    .filter((both) => both.every((part) => indexOfText(words, part) >= 0));
  return parts.length === 0 ? clause : { ...clause, alternatives: [...clause.alternatives, ...parts] };
}

/** Letters may be cut anywhere; beside digits only where they meet, for a number in two is another number. */
function cutsOf(word: string): number[] {
  if (hasDigit(word)) {
    const [first = "", ...rest] = word.split(LETTER_BESIDE_DIGIT);
    return rest.length === 1 ? [first.length] : [];
  }
  const count = Math.max(0, word.length - 2 * PART_MIN + 1);
  return Array.from({ length: count }, (_, i) => i + PART_MIN);
}

function isKnown(words: StringTable, word: string): boolean {
  const [from, to] = prefixRange(words, word);
  return from < to;
}

function onlyWord({ alternatives: [first, ...others] }: SearchClause): string | null {
  return first?.length === 1 && others.length === 0 ? (first[0] ?? null) : null;
}
