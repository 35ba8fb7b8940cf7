import { describe, expect, it } from "vitest";
import { choiceLabel } from "@/components/carts/choice-label";

const choice = (label: string, amount: string | null, currency = "USD") => ({
  label,
  value: label,
  listUnitPrice: amount === null ? null : { amount, currency },
});

describe("a choice of a configuration", () => {
  it("names its price and the change against the present choice", () => {
    expect(choiceLabel(choice("Gold", "12.00"), choice("Silver", "10.50"))).toBe("Gold: USD 12.00 each (+1.50)");
    expect(choiceLabel(choice("Silver", "10.50"), choice("Gold", "12.00"))).toBe("Silver: USD 10.50 each (−1.50)");
  });

  it("names no change for the present choice, without one, or across currencies", () => {
    const gold = choice("Gold", "12.00");
    expect(choiceLabel(gold, gold)).toBe("Gold: USD 12.00 each");
    expect(choiceLabel(gold, null)).toBe("Gold: USD 12.00 each");
    expect(choiceLabel(gold, choice("Silver", "10.50", "EUR"))).toBe("Gold: USD 12.00 each");
  });

  it("is only its name where the vendor gives no price", () => {
    expect(choiceLabel(choice("Gold", null), choice("Silver", "1.00"))).toBe("Gold");
  });
});
