import { expect, test } from "vitest";
import { shownLanguage } from "@/components/ui/shown-language";

const locales = ["en-us", "de-de"];

test.each([
  ["", { asked: "en-us", linked: undefined }],
  ["en-us", { asked: "en-us", linked: undefined }],
  ["de-de", { asked: "de-de", linked: "de-de" }],
  ["xx-xx", { asked: "en-us", linked: undefined }],
])("asked for %j", (locale, shown) => {
  expect(shownLanguage(locale, locales)).toEqual(shown);
});
