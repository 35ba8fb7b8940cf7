import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createStringTable,
  findContaining,
  indexOfText,
  prefixRange,
  textAt,
} from "@/lib/domain/catalog/index/string-table";

const listOf = (...units: string[]) =>
  fc
    .uniqueArray(fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: 8 }), { maxLength: 40 })
    .map((list) => list.sort());
const texts = fc.oneof(listOf("a", "b", "1", "é"), listOf("a", "b", "1", "é", "š", "界", "š"));
const needle = fc.string({ unit: fc.constantFrom("a", "b", "1", "é", "界"), minLength: 1, maxLength: 4 });

test("finds what an array finds: whole texts, beginnings and fragments", () => {
  fc.assert(
    fc.property(texts, needle, (list, text) => {
      const table = createStringTable(list);
      expect(list.map((_, i) => textAt(table, i))).toEqual(list);
      expect(indexOfText(table, text)).toBe(list.indexOf(text));
      const [from, to] = prefixRange(table, text);
      expect(list.slice(from, to)).toEqual(list.filter((candidate) => candidate.startsWith(text)));
      const containing: string[] = [];
      findContaining(table, text, (index) => containing.push(textAt(table, index)));
      expect(containing).toEqual(list.filter((candidate) => candidate.includes(text)));
    }),
    { numRuns: 1_000 },
  );
});
