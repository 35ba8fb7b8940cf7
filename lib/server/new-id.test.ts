import { expect, it } from "vitest";
import { newId } from "@/lib/server/new-id";

it("makes ids that sort in the order they were made, within one millisecond as well", () => {
  const made = [1_000, 1_001, 5_000].flatMap((ms) => Array.from({ length: 1_000 }, () => newId(ms)));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  for (const id of made) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
