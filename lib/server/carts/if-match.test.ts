import { expect, test } from "vitest";
import type { ProblemCode } from "@/lib/contracts/problem";
import type { AppError } from "@/lib/server/app-error";
import { entityTag, matches, requireIfMatch } from "@/lib/server/carts/if-match";

const asking = (value?: string) =>
  new Request("https://desk.example/api/carts/1", { headers: value === undefined ? {} : { "if-match": value } });

test.each([
  ['"3"', "3", true],
  ['"3"', "4", false],
  ['"1", "3"', "3", true],
  ["*", "3", true],
  ['W/"3"', "3", false],
  ['"2.7"', "2.7", true],
])("If-Match %s against version %s: %s", (header, version, expected) => {
  expect(matches(requireIfMatch(asking(header)), version)).toBe(expected);
});

test.each<[string | undefined, ProblemCode]>([
  [undefined, "precondition-required"],
  ["", "precondition-required"],
  ["3", "bad-request"],
  ['"3', "bad-request"],
  ['"3",*', "bad-request"],
])("a write with If-Match %s is refused", (header, code) => {
  const refused = () => {
    try {
      return requireIfMatch(asking(header));
    } catch (error) {
      return (error as AppError).code;
    }
  };
  expect(refused()).toBe(code);
});

test("a tag is strong and leads back to its version", () => {
  expect(matches(requireIfMatch(asking(entityTag(12))), "12")).toBe(true);
});
