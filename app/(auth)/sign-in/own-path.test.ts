import { expect, test } from "vitest";
import { ownPath } from "@/app/(auth)/sign-in/own-path";

test("keeps a path of the desk with its query", () => {
  expect(ownPath("/catalog?q=e1&vendor=ibm")).toBe("/catalog?q=e1&vendor=ibm");
  expect(ownPath("/products/ibm/D1BCYLL")).toBe("/products/ibm/D1BCYLL");
});

test.each([
  ["another host", "https://elsewhere.example/"],
  ["another host without a scheme", "//elsewhere.example"],
  ["a backslash that browsers read as a slash", "/\\elsewhere.example"],
  ["a tab that browsers drop", "/\t/elsewhere.example"],
  ["a script", "javascript:alert(1)"],
  ["the sign-in page itself", "/sign-in?next=/catalog"],
  ["an API address", "/api/session"],
  ["nothing", undefined],
  ["several values", ["/catalog", "/quotes"]],
])("goes home for %s", (_what, next) => {
  expect(ownPath(next)).toBe("/");
});
