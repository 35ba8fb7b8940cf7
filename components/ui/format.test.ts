import { expect, test } from "vitest";
import {
  formatAge,
  formatBilling,
  formatCommitment,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatPer,
  formatQuantity,
  isZero,
} from "@/components/ui/format";

test.each([
  ["1234567.5", "1,234,567.5"],
  ["0.0035", "0.0035"],
  ["-3.00", "−3.00"],
  ["999", "999"],
  ["1000.1000", "1,000.1000"],
])("%s reads %s: grouped, never rounded", (decimal, text) => {
  expect(formatNumber(decimal)).toBe(text);
});

test("quantities show no idle zeros", () => {
  expect(formatQuantity("5.0000")).toBe("5");
  expect(formatQuantity("2.50")).toBe("2.5");
  expect(formatQuantity("100")).toBe("100");
});

test("an amount names its currency", () => {
  expect(formatMoney({ amount: "19.80", currency: "USD" })).toBe("USD 19.80");
});

test("periods in words; an unknown one as received", () => {
  expect(["P1M", "P1Y", "P3Y", null, "PT5H"].map((period) => formatBilling(period))).toEqual([
    "Monthly",
    "Yearly",
    "Every 3 years",
    "One-time",
    "Every PT5H",
  ]);
  expect([formatCommitment("P1M"), formatCommitment(null)]).toEqual(["1 month", "None"]);
  expect([formatPer("P1M"), formatPer("P3Y"), formatPer(null)]).toEqual(["/ mo", "/ 3 yr", "once"]);
});

test("times carry day, month in letters and year", () => {
  expect(formatDateTime("2026-11-22T09:14:00Z", "UTC")).toBe("22 Nov 2026, 09:14");
  expect(formatDateTime("2026-11-22T23:30:00Z", "Europe/Berlin")).toBe("23 Nov 2026, 00:30");
});

test("ages grow from minutes to days", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(
    ["2026-11-22T11:59:40Z", "2026-11-22T11:15:00Z", "2026-11-21T12:00:00Z", "2026-11-19T12:00:00Z"].map((at) =>
      formatAge(at, now),
    ),
  ).toEqual(["just now", "45 min", "24 h", "3 days"]);
});

test("zero is zero however it is written", () => {
  expect(["0", "0.00", "-0.0", "00.000"].every(isZero)).toBe(true);
  expect(["0.01", "10", "-1"].some(isZero)).toBe(false);
});
