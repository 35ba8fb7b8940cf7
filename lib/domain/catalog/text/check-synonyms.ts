import { compactNumber, foldText, hasLetter, splitWords } from "@/lib/domain/catalog/text/fold-text";
import type { Synonyms } from "@/lib/domain/catalog/text/synonyms";

export const synonymLimits = { groups: 500, entries: 20, length: 60, words: 6 } as const;

const SHORTEST = 2;

export type SynonymProblem = {
  readonly group: number;
  /** Null where the whole group is meant. */
  readonly entry: number | null;
  readonly message: string;
};

/** Why these groups cannot be searched by. `isPartNumber` is asked for an entry without its signs and spaces. */
export function synonymProblems(groups: Synonyms, isPartNumber?: (compact: string) => boolean): SynonymProblem[] {
  if (groups.length > synonymLimits.groups)
    return [{ group: synonymLimits.groups, entry: null, message: `at most ${synonymLimits.groups} groups` }];
  return groups.flatMap((entries, group): SynonymProblem[] => {
    const ofEntries = entries.flatMap((text, entry) => {
      const message = entryProblem(text, isPartNumber);
      return message === null ? [] : [{ group, entry, message }];
    });
    const message = ofEntries.length > 0 ? null : groupProblem(entries);
    return message === null ? ofEntries : [{ group, entry: null, message }];
  });
}

function groupProblem(entries: readonly string[]): string | null {
  if (entries.length > synonymLimits.entries) return `at most ${synonymLimits.entries} entries`;
  const different = new Set(entries.map((text) => wordsOf(text).join(" ")));
  return different.size < 2 ? "a group needs two entries that differ" : null;
}

function entryProblem(text: string, isPartNumber?: (compact: string) => boolean): string | null {
  const words = wordsOf(text);
  const compact = compactNumber(text);
  if (words.length === 0) return "is empty";
  if (text.length > synonymLimits.length) return `at most ${synonymLimits.length} characters`;
  if (words.length > synonymLimits.words) return `at most ${synonymLimits.words} words`;
  if (!hasLetter(compact)) return `“${text}” has no letters: a bare number would match part numbers everywhere`;
  if (compact.length < SHORTEST) return `“${text}” is too short: it would match almost everything`;
  return isPartNumber?.(compact) ? `“${text}” is a part number; it has to find its own product alone` : null;
}

function wordsOf(text: string): string[] {
  return splitWords(foldText(text));
}
