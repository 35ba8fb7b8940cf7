import { foldText, splitWords } from "@/lib/domain/catalog/text/fold-text";

export type TextPart = { readonly at: number; readonly part: string; readonly isMatch: boolean };

/** Shorter words are found at the beginning of a word only. */
const INSIDE_MIN = 3;

/** Cuts a text where the typed words stand in it, case and accents aside. */
export function matchedParts(text: string, words: string): TextPart[] {
  const { folded, letterOf } = foldLetters(text);
  const isBold = new Set<number>();
  for (const word of new Set(splitWords(foldText(words))))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      if (word.length >= INSIDE_MIN || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1)))
        for (let i = at; i < at + word.length; i += 1) isBold.add(letterOf[i] ?? -1);
  const parts: TextPart[] = [];
  let start = 0;
  Array.from(text).forEach((letter, i) => {
    const [last, isMatch] = [parts.at(-1), isBold.has(i)];
    if (last?.isMatch === isMatch) parts[parts.length - 1] = { ...last, part: last.part + letter };
    else parts.push({ at: start, part: letter, isMatch });
    start += letter.length;
  });
  return parts;
}

/** Folding may make two letters of one, or none: `letterOf` tells which letter of the text each sign came from. */
function foldLetters(text: string) {
  let folded = "";
  const letterOf: number[] = [];
  Array.from(text).forEach((letter, i) => {
    const plain = foldText(letter);
    folded += plain;
    for (let sign = 0; sign < plain.length; sign += 1) letterOf.push(i);
  });
  return { folded, letterOf };
}
