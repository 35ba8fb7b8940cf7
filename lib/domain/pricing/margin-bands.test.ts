import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultMarginBands, marginBand, marginBandNames, marginBandProblems } from "@/lib/domain/pricing/margin-bands";

test.each([
  ["-0.1", "loss"],
  ["0.0", "low"],
  ["4.9", "low"],
  ["5.0", "normal"],
  ["15.0", "normal"],
  ["15.1", "high"],
  ["-120.0", "loss"],
])("a margin of %s %% is %s", (percent, band) => {
  expect(marginBand(percent, defaultMarginBands)).toBe(band);
});

test.each([
  ["8", "30", "7.9", "low"],
  ["8", "30", "8.0", "normal"],
  ["8", "30", "30.1", "high"],
  ["0.1", "0.2", "0.0", "low"],
])("with low below %s and high above %s, %s %% is %s", (lowBelow, highAbove, percent, band) => {
  expect(marginBand(percent, { lowBelow, highAbove })).toBe(band);
});

test.each([
  ["5", "15", []],
  ["0.1", "99.9", []],
  ["0", "15", ["lowBelow"]],
  ["-1", "15", ["lowBelow"]],
  ["15", "15", ["highAbove"]],
  ["20", "15", ["highAbove"]],
  ["5", "100", ["highAbove"]],
  ["five", "15", ["lowBelow"]],
  ["5", "", ["highAbove"]],
])("low below %s and high above %s is refused at %s", (lowBelow, highAbove, fields) => {
  expect(marginBandProblems({ lowBelow, highAbove }).map(({ field }) => field)).toEqual(fields);
});

const text = (tenths: number) =>
  `${tenths < 0 ? "-" : ""}${Math.trunc(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}`;
const tenths = fc.integer({ min: -500, max: 1_000 });

test("a higher margin is never in a lower band", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 490 }),
      tenths,
      tenths,
      (low, gap, a, b) => {
        const bands = { lowBelow: text(low), highAbove: text(low + gap) };
        expect(marginBandProblems(bands)).toEqual([]);
        const place = (percent: number) => marginBandNames.indexOf(marginBand(text(percent), bands));
        expect(place(Math.min(a, b))).toBeLessThanOrEqual(place(Math.max(a, b)));
      },
    ),
    { numRuns: 1_000 },
  );
});
