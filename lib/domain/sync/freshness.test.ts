import { expect, it } from "vitest";
import { freshnessOf } from "@/lib/domain/sync/freshness";

it.each([
  [null, "none"],
  ["2026-11-22T12:00:00.000Z", "fresh"],
  ["2026-11-21T12:00:00.001Z", "fresh"],
  ["2026-11-21T12:00:00.000Z", "ageing"],
  ["2026-11-19T12:00:00.001Z", "ageing"],
  ["2026-11-19T12:00:00.000Z", "stale"],
])("a catalog of %s is %s", (asOf, freshness) => {
  expect(freshnessOf(asOf, "2026-11-22T12:00:00.000Z")).toBe(freshness);
});
