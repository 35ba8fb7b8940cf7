import { describe, expect, it } from "vitest";
import { judgeShrinkage } from "@/lib/domain/sync/judge-shrinkage";

const keys = (from: number, count: number) => Array.from({ length: count }, (_, i) => `P${from + i}`);
const judge = (before: number, missing: readonly string[], lastTime: readonly string[] | null = null, added = 0) =>
  judgeShrinkage({
    before,
    after: before - missing.length + added,
    missing,
    missingLastTime: lastTime === null ? null : new Set(lastTime),
  }).kind;

describe("judgeShrinkage", () => {
  it.each([
    [0, "believed"],
    [20, "believed"],
    [21, "held"],
    [99, "held"],
    [100, "empty"],
  ])("%i of 100 products missing: %s", (missing, verdict) => {
    expect(judge(100, keys(0, missing))).toBe(verdict);
  });

  it("believes anything where there was nothing", () => {
    expect(judge(0, [])).toBe("believed");
  });

  it("is not fooled by as many new products as went missing", () => {
    expect(judge(100, keys(0, 60), null, 60)).toBe("held");
  });

  it("believes a second answer that lacks the same or fewer, not one that lacks others", () => {
    expect(judge(100, keys(0, 40), keys(0, 40))).toBe("believed");
    expect(judge(100, keys(0, 30), keys(0, 40))).toBe("believed");
    expect(judge(100, keys(1, 40), keys(0, 40))).toBe("held");
  });

  it("never believes an empty answer, however often it comes", () => {
    expect(judge(100, keys(0, 100), keys(0, 100))).toBe("empty");
  });
});
