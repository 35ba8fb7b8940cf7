import { expect, it } from "vitest";
import { changeDirection } from "@/components/changes/change-direction";

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
  expect(changeDirection(before, after)).toBe(direction);
});
