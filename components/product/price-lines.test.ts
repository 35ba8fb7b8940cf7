import { expect, test } from "vitest";
import { priceLines, tierNotes } from "@/components/product/price-lines";
import type { ProductDto } from "@/lib/contracts/product";

type Row = ProductDto["prices"][number];

const row = (side: Row["side"], from: string, amount: string, more: Partial<Row> = {}): Row => ({
  plan: "p",
  side,
  kind: "recurring",
  amount: { amount, currency: "USD" },
  model: "volume",
  from,
  ...more,
});

const told = (rows: readonly Row[]) =>
  priceLines(rows).map(({ from, sides }) => [from, sides.cost?.amount ?? null, sides.price?.amount ?? null]);

test("tiers stand in order of their quantity, as numbers", () => {
  const rows = ["100", "20", "0"].map((from) => row("price", from, "1.00"));
  expect(told(rows).map(([from]) => from)).toEqual(["0", "20", "100"]);
});

test("a cost without tiers holds at every tier of the price", () => {
  const rows = [row("price", "0", "10.00"), row("price", "50", "8.00"), row("cost", "0", "6.00")];
  expect(told(rows)).toEqual([
    ["0", "6.00", "10.00"],
    ["50", "6.00", "8.00"],
  ]);
});

test("a side that starts later has nothing before", () => {
  expect(told([row("price", "0", "10.00"), row("cost", "50", "6.00")])).toEqual([
    ["0", null, "10.00"],
    ["50", "6.00", "10.00"],
  ]);
});

test("the first of two rows for the same quantity counts, as it does for the engine", () => {
  expect(told([row("price", "0", "10.00"), row("price", "0", "11.00")])).toEqual([["0", null, "10.00"]]);
});

test("kinds and currencies are never mixed", () => {
  const eur = { amount: { amount: "9.00", currency: "EUR" } };
  const lines = priceLines([
    row("price", "0", "10.00"),
    row("price", "5", "1.00", { kind: "setup" }),
    row("cost", "3", "", eur),
  ]);
  expect(lines.map(({ kind, currency, from }) => [kind, currency, from])).toEqual([
    ["recurring", "USD", "0"],
    ["setup", "USD", "5"],
    ["recurring", "EUR", "3"],
  ]);
});

test("how the tiers work is named once, by side where they differ, and not without tiers", () => {
  const graduated = { model: "graduated" as const };
  const prices = [row("price", "0", "10.00"), row("price", "50", "8.00")];
  const costs = [row("cost", "0", "6.00", graduated), row("cost", "50", "5.00", graduated)];
  expect(tierNotes([row("price", "0", "1.00"), row("cost", "0", "1.00")])).toEqual([]);
  expect(tierNotes(prices)).toEqual([expect.stringMatching(/^Volume tiers/)]);
  expect(tierNotes(costs)).toEqual([expect.stringMatching(/^Graduated tiers/)]);
  expect(tierNotes([...prices, ...costs])).toEqual([
    expect.stringMatching(/^Price\. Volume tiers/),
    expect.stringMatching(/^Cost\. Graduated tiers/),
  ]);
});
