import { expect, test } from "vitest";
import { languageBeside, languageName } from "@/lib/domain/catalog/language-name";

test.each([
  ["en-us", "English (United States)", "English (United States)"],
  ["de-de", "German (Germany)", "Deutsch (Deutschland)"],
  ["fr-fr", "French (France)", "Français (France)"],
  ["not a locale", "not a locale", "not a locale"],
])("%s reads %s, to its own readers %s", (locale, english, own) => {
  expect(languageName(locale)).toBe(english);
  expect(languageName(locale, "itself")).toBe(own);
});

test("the country is named only where the language alone would not tell the two apart", () => {
  expect(languageBeside("en-us", "de-de")).toBe("English");
  expect(languageBeside("en-us", "en-gb")).toBe("English (United States)");
});
