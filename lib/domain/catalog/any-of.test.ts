import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyOfKey, applyAnyOf } from "@/lib/domain/catalog/any-of";

const target = (key: string) => ({ vendor: "cloudblue", key, name: `Name of ${key}`, available: true });
const product = (groups: readonly (readonly string[])[], service: string | null = "O365", vendor = "cloudblue") => ({
  vendor,
  service,
  requires: groups.map((keys) => ({ anyOf: keys.map(target) })),
});
const keysOf = ({ requires }: ReturnType<typeof product>) => requires.map(({ anyOf }) => anyOf.map(({ key }) => key));
const switched = new Set([anyOfKey("cloudblue", "O365")]);

describe("a service switched to any-of", () => {
  test("needs one of all the products that are listed, each named once", () => {
    expect(keysOf(applyAnyOf(product([["a"], ["b", "c"], ["a"]]), switched))).toEqual([["a", "b", "c"]]);
  });

  test.each([
    ["another service", product([["a"], ["b"]], "M365")],
    ["the same service of another vendor", product([["a"], ["b"]], "O365", "contoso")],
    ["a service that only begins alike", product([["a"], ["b"]], "O365_APS2")],
    ["no service", product([["a"], ["b"]], null)],
    ["one requirement", product([["a", "b"]])],
    ["no requirement", product([])],
  ])("leaves %s as it is", (_, given) => {
    expect(applyAnyOf(given, switched)).toBe(given);
  });
});

test("all-of needs every group, any-of exactly one of what all groups list", () => {
  const keys = fc.subarray(["a", "b", "c", "d"], { minLength: 1 });
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 4 }), fc.subarray(["a", "b", "c", "d"]), (groups, cart) => {
      const isMet = ({ requires }: ReturnType<typeof product>) =>
        requires.every(({ anyOf }) => anyOf.some(({ key }) => cart.includes(key)));
      const given = product(groups);
      expect(isMet(applyAnyOf(given, new Set()))).toBe(
        groups.every((group) => group.some((key) => cart.includes(key))),
      );
      expect(isMet(applyAnyOf(given, switched))).toBe(
        groups.length === 0 || groups.flat().some((key) => cart.includes(key)),
      );
    }),
  );
});
