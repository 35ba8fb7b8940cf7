import { expect, test } from "vitest";
import {
  formatAge,
  formatBilling,
  formatCommitment,
  formatDate,
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

test.each([
  ["de-DE", "1234567.50", "1.234.567,50", "22. Nov. 2026"],
  ["sv-SE", "-1234.5", "−1\u00a0234,5", "22 nov. 2026"],
  ["fr-FR", "1234.10", "1\u202f234,10", "22 nov. 2026"],
  ["es", "1234.10", "1234,10", "22 nov 2026"],
  ["hi-IN", "1234567.5", "12,34,567.5", "22 नव॰ 2026"],
  ["th-TH", "1234.5", "1,234.5", "22 พ.ย. 2026"],
  ["ar-EG", "1234.5", "1,234.5", "22 نوفمبر 2026"],
  ["en-US", "1234.5", "1,234.5", "Nov 22, 2026"],
  ["xx-YY", "1234.5", "1,234.5", "22 Nov 2026"],
])("for a reader of %s, %s is written %s, and the day %s", (language, decimal, number, day) => {
  expect(formatNumber(decimal, language)).toBe(number);
  expect(formatDate("2026-11-22", "UTC", language)).toBe(day);
});

test("no digit is lost on the way to another language", () => {
  expect(formatNumber("123456789012345.1234567890", "de-DE")).toBe("123.456.789.012.345,1234567890");
  expect(formatQuantity("2500.50", "de-DE")).toBe("2.500,5");
  expect(formatDateTime("2026-11-22T09:14:00Z", "UTC", "de-DE")).toBe("22. Nov. 2026, 09:14");
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
