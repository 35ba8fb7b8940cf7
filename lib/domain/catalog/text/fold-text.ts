/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

const BEYOND_ASCII = /[^ -~]/;
const WORD = /[\p{L}\p{N}]+/gu;
const JOINED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Case, accents and width removed, so that "Élan" and "ELAN" are the same word. */
export function foldText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const lower = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return lower.replace(/[ßæœøđðłþı]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Words of folded text: runs of letters and digits. */
export function splitWords(folded: string): string[] {
  return folded.match(WORD) ?? [];
}

/** A part number as it is compared: folded, without dashes, spaces or other signs. */
export function compactNumber(text: string): string {
  return splitWords(foldText(text)).join("");
}

/** Scripts written without spaces; there a word begins anywhere. */
export function isJoinedScript(word: string): boolean {
  return BEYOND_ASCII.test(word) && JOINED_SCRIPT.test(word);
}

export function hasDigit(text: string): boolean {
  return /\p{N}/u.test(text);
}

export function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}
