import { describe, expect, it } from "vitest";
import { hasPriceJump, judgePriceJumps } from "@/lib/domain/sync/judge-price-jumps";
import type { ProductChange } from "@/lib/domain/sync/product-change";

const keys = (from: number, count: number) => Array.from({ length: count }, (_, i) => `P${from + i}`);
const judge = (before: number, jumped: readonly string[], lastTime: readonly string[] | null, askedByPerson: boolean) =>
  judgePriceJumps({ before, jumped, jumpedLastTime: lastTime && new Set(lastTime), askedByPerson }).kind;

describe("judgePriceJumps", () => {
  it.each([
    [100, 20, "believed"],
    [100, 21, "held"],
    [40, 9, "believed"],
    [40, 10, "held"],
    [12, 12, "held"],
    [0, 0, "believed"],
  ])("of %i products %i jumped: %s", (before, count, verdict) => {
    expect(judge(before, keys(0, count), null, false)).toBe(verdict);
  });

  it("waits for a person, however often the timer finds the same", () => {
    expect(judge(100, keys(0, 40), keys(0, 40), false)).toBe("held");
    expect(judge(100, keys(0, 40), null, true)).toBe("held");
    expect(judge(100, keys(0, 40), keys(0, 40), true)).toBe("believed");
  });

  it("takes nothing over that the person could not have seen", () => {
    expect(judge(100, keys(0, 30), keys(0, 40), true)).toBe("believed");
    expect(judge(100, keys(1, 40), keys(0, 40), true)).toBe("held");
  });
});

describe("hasPriceJump", () => {
  const change = (kind: ProductChange["kind"], old: string | null, now: string | null): ProductChange => ({
    kind,
    what: "recurring",
    old,
    new: now,
  });

  it.each([
    [change("price", "10.00 USD", "16.00 USD"), true],
    [change("list-price", "10.00 USD", "1.00 USD"), true],
    [change("cost", "10.00 USD", "1000.00 USD"), true],
    [change("price", "10.00 USD", "12.00 USD"), false],
    [change("price", null, "12.00 USD"), false],
    [change("price", "12.00 USD", null), true],
    [change("cost", "12.00 USD", null), true],
    [change("limits", "5000", null), false],
    [change("limits", "1", "5000"), false],
    [change("renamed", "10.00 USD", "99.00 USD"), false],
  ])("%o: %s", (one, expected) => {
    expect(hasPriceJump([one])).toBe(expected);
  });
});
