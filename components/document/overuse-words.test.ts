import { describe, expect, it } from "vitest";
import { outsideTotals, overuseWords } from "@/components/document/overuse-words";
import { soleUse } from "@/lib/domain/pricing/by-use";

const usd = (amount: string) => ({ amount, currency: "USD" });
const tier = (amount: string, from = "0", model: "flat" | "volume" | "graduated" = "flat") => ({
  from,
  model,
  price: usd(amount),
});

describe("what is said of use", () => {
  it("tells a line of it alone from one that has a limit", () => {
    expect(overuseWords({ price: null, overuse: [tier("0.12")] })).toBe("billed by use, 0.12 USD per unit");
    expect(overuseWords({ price: usd("9.00"), overuse: [tier("1.30")] })).toBe("above the limit: 1.30 USD per unit");
    expect([overuseWords({ price: null }), overuseWords({ price: usd("9.00"), overuse: [] })]).toEqual([null, null]);
  });

  it("is written in the customer's figures", () => {
    const words = overuseWords({ price: null, overuse: [tier("1234.5")] }, "de-DE");
    expect(words).toBe("billed by use, 1.234,5 USD per unit");
  });

  it("names every tier and how they count", () => {
    const tiers = (model: "volume" | "graduated") => [tier("0.12", "0", model), tier("0.10", "1001", model)];
    expect(overuseWords({ price: null, overuse: tiers("volume") })).toBe(
      "billed by use, 0.12 USD per unit, from 1,001 units 0.10 USD per unit (all units at the price of the tier reached)",
    );
    expect(overuseWords({ price: null, overuse: tiers("graduated") })).toMatch(
      /\(each unit at the price of its tier\)$/,
    );
  });

  it("has one cost and margin only without tiers and without a price", () => {
    const one = tier("0.12");
    expect(soleUse({ price: null, overuse: [one] })).toBe(one);
    expect(soleUse({ price: usd("9.00"), overuse: [one] })).toBeNull();
    expect(soleUse({ price: null, overuse: [one, tier("0.10", "1001")] })).toBeNull();
  });

  it("says how many lines the totals leave use out of", () => {
    const alone = { price: null, overuse: [tier("0.12")] };
    const beside = { price: usd("9.00"), overuse: [tier("1.30")] };
    expect(outsideTotals([beside, { price: null }])).toBeNull();
    expect(outsideTotals([alone, beside])).toBe("1 line is billed by use; what will be used is in no total.");
    expect(outsideTotals([alone, alone])).toBe("2 lines are billed by use; what will be used is in no total.");
  });
});
