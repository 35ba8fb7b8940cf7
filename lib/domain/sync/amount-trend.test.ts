import { expect, it } from "vitest";
import { amountTrend, movedBeyond } from "@/lib/domain/sync/amount-trend";

it.each([
  ["19.80 USD", "20.50 USD", "up"],
  ["20.50 USD", "9.90 USD", "down"],
  ["9.90 USD", "10.00 USD", "up"],
  ["9.9 USD", "9.90 USD", null],
  ["9.90 USD", "9.95 EUR", null],
  [null, "9.90 USD", null],
  ["9.90 USD", null, null],
  ["nothing", "Product A", null],
])("%s → %s is %s", (before, after, direction) => {
  expect(amountTrend(before, after)).toBe(direction);
});

it.each([
  ["10.00 USD", "15.00 USD", false],
  ["10.00 USD", "15.01 USD", true],
  ["10.00 USD", "5.00 USD", false],
  ["10.00 USD", "4.99 USD", true],
  ["0.00 USD", "0.01 USD", true],
  ["0.00 USD", "0 USD", false],
  ["10.00 USD", "0.00 USD", true],
  ["10.00 USD", "99.00 EUR", false],
  [null, "99.00 USD", false],
  ["99.00 USD", null, false],
  ["Product A", "Product B", false],
])("%s → %s moved by more than half: %s", (before, after, expected) => {
  expect(movedBeyond(before, after, 50n)).toBe(expected);
});
