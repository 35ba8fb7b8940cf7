import { expect, test } from "vitest";
import { synonymProblems } from "@/lib/domain/catalog/text/check-synonyms";
import { defaultSynonyms } from "@/lib/domain/catalog/text/synonyms";

const isPartNumber = (compact: string) => compact === "dzh318z0";

test("what the house starts from is in order", () => {
  expect(synonymProblems(defaultSynonyms, isPartNumber)).toEqual([]);
});

test.each<[string, readonly string[], number | null, string]>([
  ["an empty entry", ["o365", "  "], 1, "is empty"],
  ["an entry of signs", ["o365", "--"], 1, "is empty"],
  ["a group of one", ["o365"], null, "two entries"],
  ["an empty group", [], null, "two entries"],
  ["the same in other letters", ["O365", "o-365"], null, ""],
  ["the same word twice", ["Élan", "ELAN"], null, "two entries"],
  ["a bare number", ["office", "365"], 1, "bare number"],
  ["a single letter", ["office", "o"], 1, "too short"],
  ["a part number with dashes", ["office", "DZH-318Z0"], 1, "part number"],
  ["a long entry", ["office", "x".repeat(61)], 1, "60 characters"],
  ["too many words", ["office", "a b c d e f g"], 1, "6 words"],
  ["too many entries", Array.from({ length: 21 }, (_, i) => `word${i}x`), null, "20 entries"],
])("%s", (_, group, entry, words) => {
  const problems = synonymProblems([["vm", "virtual machine"], group], isPartNumber);
  if (words === "") expect(problems).toEqual([]);
  else expect(problems).toEqual([{ group: 1, entry, message: expect.stringContaining(words) }]);
});

test("a part number is an ordinary word for who does not know the catalog", () => {
  expect(synonymProblems([["office", "DZH-318Z0"]])).toEqual([]);
});

test("there is an end to the groups", () => {
  const groups = Array.from({ length: 501 }, () => ["vm", "virtual machine"]);
  expect(synonymProblems(groups)).toEqual([{ group: 500, entry: null, message: "at most 500 groups" }]);
});
