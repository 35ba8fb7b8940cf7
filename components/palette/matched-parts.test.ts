import fc from "fast-check";
import { expect, it } from "vitest";
import { matchedParts } from "@/components/palette/matched-parts";

const bold = (text: string, words: string) =>
  matchedParts(text, words)
    .map(({ part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join("");

it.each([
  ["Office 365 E3", "off 365", "[Off]ice [365] E3"],
  ["Edition « Élan »", "ELAN", "Edition « [Élan] »"],
  ["Straße 3", "strasse", "[Straße] 3"],
  ["DEMO-MS-M365", "m365", "DEMO-MS-[M365]"],
  ["Teams Enterprise", "e", "Teams [E]nterprise"],
  ["クラウド勤怠管理", "勤怠管", "クラウド[勤怠管]理"],
  ["C++ (pro)", "(pro .*", "C++ ([pro])"],
  ["Nothing", "", "Nothing"],
  ["", "a", ""],
])("in %j the words %j are bold: %s", (text, words, expected) => {
  expect(bold(text, words)).toBe(expected);
});

it("neither adds nor loses a letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), fc.string({ maxLength: 10 }), (text, words) => {
      expect(
        matchedParts(text, words)
          .map(({ part }) => part)
          .join(""),
      ).toBe(text);
    }),
  );
});
