import { expect, test } from "vitest";
import { marginBand } from "@/components/ui/margin";

test.each([
  ["-0.1", "loss"],
  ["0.0", "low"],
  ["4.9", "low"],
  ["5.0", "normal"],
  ["15.0", "normal"],
  ["15.1", "high"],
  ["-120.0", "loss"],
])("a margin of %s %% is %s", (percent, band) => {
  expect(marginBand(percent)).toBe(band);
});
