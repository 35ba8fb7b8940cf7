import { expect, it } from "vitest";
import { isSameSearch } from "@/components/catalog/same-search";

it("tells whether two addresses ask for the same list", () => {
  expect(isSameSearch("q=a+b&vendor=ibm&vendor=cloudblue", "vendor=cloudblue&q=a%20b&vendor=ibm")).toBe(true);
  expect(isSameSearch("columns=price.vendor", "columns=price%2Evendor")).toBe(true);
  expect(isSameSearch("columns=price.vendor", "columns=vendor.price")).toBe(false);
  expect(isSameSearch("q=a", "q=a&vendor=ibm")).toBe(false);
  expect(isSameSearch("", "")).toBe(true);
});
