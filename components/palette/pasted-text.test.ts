import { expect, it } from "vitest";
import { isList } from "@/components/palette/pasted-text";

it.each([
  ["D1BCYLL", false],
  [" D1BCYLL\r\n", false],
  ["\n\nD1BCYLL\t\n", false],
  ["office 365, e1", false],
  ["D1BCYLL\nD1BCYLM", true],
  ["D1BCYLL\r\nD1BCYLM\r\n", true],
  ["D1BCYLL\t5", true],
  ["", false],
])("%j pasted into the search is a list: %s", (text, expected) => {
  expect(isList(text)).toBe(expected);
});
