import { expect, it } from "vitest";
import { requestWords } from "@/components/status/status-words";

it.each([
  ["closed", null, "flowing"],
  ["closed", "2026-11-22T15:00:00.000Z", "held back as the vendor asked"],
  ["open", "2026-11-22T15:00:00.000Z", "paused after failures"],
  ["halfOpen", "2026-11-22T15:00:00.000Z", "trying again"],
] as const)("requests to a vendor with a breaker %s and a next try %s are %s", (breaker, nextTryAt, words) => {
  expect(requestWords({ breaker, nextTryAt })).toBe(words);
});
