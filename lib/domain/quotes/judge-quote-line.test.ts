import { describe, expect, test } from "vitest";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import type { PriceGuard } from "@/lib/domain/pricing/price-rule";
import { judgeQuoteLine } from "@/lib/domain/quotes/judge-quote-line";

const guard = (limit: PriceGuard["limit"]): PriceGuard => ({
  id: limit.kind,
  name: "Floor",
  scope: {},
  limit,
  policy: "ask",
});
const context = { vendor: "cloudblue", key: "A", service: null, categories: [], customer: null };
const usd = (amount: string) => ({ amount, currency: "USD" });
const cost = (amount: string, currency = "USD") => ({ amount, currency, origin: "vendor" }) as const;
const line = { price: usd("20.00"), cost: cost("17.00"), listPrice: usd("25.00"), quantity: "10" };
const floor = preparePriceRules([], [guard({ kind: "minimum-margin", percent: "10" })]);

describe("the stored price of what is billed by use", () => {
  const tier = (from: string, price: string, paid: string) =>
    ({ from, model: "volume", price: usd(price), listPrice: null, cost: cost(paid), margin: null }) as const;
  const used = { price: null, cost: { unknown: "usageBased" }, quantity: "10" } as const;
  const judged = (overuse: readonly ReturnType<typeof tier>[], overuseToday: readonly ReturnType<typeof tier>[]) =>
    judgeQuoteLine({ ...used, overuse }, { rules: floor, context, costToday: null, overuseToday }).map(
      ({ limit }) => limit.amount,
    );

  test("is held against the cost of its own tier, of then and of today, whichever is stricter", () => {
    const kept = [tier("0", "0.20", "0.10"), tier("100", "0.10", "0.05")];
    expect(judged(kept, kept)).toEqual([]);
    expect(judged(kept, [tier("0", "0.20", "0.15"), tier("100", "0.10", "0.095")])).toEqual(["0.11"]);
    expect(judged([tier("0", "0.20", "0.19")], [tier("0", "0.20", "0.10")])).toEqual(["0.22"]);
    expect(judgeQuoteLine(used, { rules: floor, context, costToday: cost("99") })).toEqual([]);
  });
});

describe("the stored price of a quote's line", () => {
  test("keeps a floor that it keeps at both costs", () => {
    expect(judgeQuoteLine(line, { rules: floor, context, costToday: cost("17.50") })).toEqual([]);
  });

  test("breaks it when the cost has risen since, and says the price it would need today", () => {
    const found = judgeQuoteLine(line, { rules: floor, context, costToday: cost("19.00") });
    expect(found.map(({ limit }) => limit)).toEqual([usd("21.12")]);
  });

  test("breaks it at the cost it was made with, though today's is lower", () => {
    const dear = { ...line, cost: cost("19.00") };
    const found = judgeQuoteLine(dear, { rules: floor, context, costToday: cost("10.00") });
    expect(found.map(({ limit }) => limit)).toEqual([usd("21.12")]);
  });

  test("is not held against a cost that nobody knows or that is in another currency", () => {
    const unknown = { ...line, cost: { unknown: "notProvided" } as const };
    expect(judgeQuoteLine(unknown, { rules: floor, context, costToday: null })).toEqual([]);
    expect(judgeQuoteLine(unknown, { rules: floor, context, costToday: cost("99", "EUR") })).toEqual([]);
  });

  test("is held against the list price it was made with", () => {
    const rules = preparePriceRules([], [guard({ kind: "maximum-discount", percent: "15" })]);
    expect(judgeQuoteLine(line, { rules, context, costToday: null }).map(({ limit }) => limit)).toEqual([usd("21.25")]);
    const { listPrice: _, ...before } = line;
    expect(judgeQuoteLine(before, { rules, context, costToday: null })).toEqual([]);
  });
});
