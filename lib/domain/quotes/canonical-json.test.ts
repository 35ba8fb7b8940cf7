import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type JsonValue } from "@/lib/domain/quotes/canonical-json";

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe("canonicalJson", () => {
  test("sorts members, keeps lists, leaves out what is undefined", () => {
    expect(canonicalJson({ b: [2, "1", null], a: { d: true, c: undefined }, A: "é\n" })).toBe(
      '{"A":"é\\n","a":{"d":true},"b":[2,"1",null]}',
    );
  });

  test("the order members were written in does not matter, and nothing is lost", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value) as JsonValue)).toBe(text);
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([[NaN], [Infinity], [5n], [() => 1]])("what JSON cannot say throws", (value) => {
    expect(() => canonicalJson({ value } as unknown as JsonValue)).toThrow(TypeError);
  });
});
