import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, defaultValidUntil, expiresAt, isPastValidity, stateAsOf } from "@/lib/domain/quotes/quote-expiry";
import { formatQuoteNumber, parseQuoteNumber } from "@/lib/domain/quotes/quote-number";

describe("validity", () => {
  test.each([
    ["2026-11-30", "Europe/Vienna", "2026-11-30T23:00:00Z"],
    ["2026-11-30", "America/Los_Angeles", "2026-12-01T08:00:00Z"],
    ["2026-03-28", "Europe/Vienna", "2026-03-28T23:00:00Z"],
    ["2026-03-29", "Europe/Vienna", "2026-03-29T22:00:00Z"],
    ["2026-12-31", "Asia/Kathmandu", "2026-12-31T18:15:00Z"],
    ["2028-02-29", "UTC", "2028-03-01T00:00:00Z"],
  ])("%s in %s ends at %s", (validUntil, timeZone, instant) => {
    expect(expiresAt({ validUntil, timeZone })).toBe(instant);
  });

  test("the last second of the last day is valid, the next midnight is not", () => {
    const quote = { validUntil: "2026-11-30", timeZone: "Europe/Vienna" };
    expect(isPastValidity({ ...quote, now: "2026-11-29T23:00:00Z" })).toBe(false);
    expect(isPastValidity({ ...quote, now: "2026-11-30T22:59:59.999Z" })).toBe(false);
    expect(isPastValidity({ ...quote, now: "2026-11-30T23:00:00Z" })).toBe(true);
  });

  test.each([
    ["sent", "expired"],
    ["changes-requested", "expired"],
    ["accepted", "accepted"],
    ["declined", "declined"],
    ["ordered", "ordered"],
    ["withdrawn", "withdrawn"],
    ["superseded", "superseded"],
    ["draft", "draft"],
  ] as const)("after its last day a quote that is %s counts as %s, whether a job ran or not", (state, expected) => {
    const past = { validUntil: "2026-11-30", timeZone: "Europe/Vienna", now: "2027-01-01T00:00:00Z" };
    expect(stateAsOf(state, past)).toBe(expected);
    expect(stateAsOf(state, { ...past, now: "2026-11-01T00:00:00Z" })).toBe(state);
  });

  test("every instant of the last day is valid, in every zone", () => {
    const zones = fc.constantFrom("UTC", "Europe/Vienna", "America/New_York", "Asia/Tokyo", "Pacific/Apia");
    const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(zones, instants, (timeZone, instant) => {
        const now = instant.toISOString();
        const validUntil = dayOf(now, timeZone);
        expect(isPastValidity({ validUntil, timeZone, now })).toBe(false);
        expect(isPastValidity({ validUntil, timeZone, now: expiresAt({ validUntil, timeZone }) })).toBe(true);
      }),
    );
  });

  test("the usual validity is 30 days from the seller's today", () => {
    expect(defaultValidUntil("2026-11-22T23:30:00Z", "Europe/Vienna")).toBe("2026-12-23");
    expect(defaultValidUntil("2026-11-22T23:30:00Z", "America/New_York")).toBe("2026-12-22");
  });
});

describe("numbers of quotes", () => {
  test("are readable and read back", () => {
    expect(formatQuoteNumber(2026, 42)).toBe("Q-2026-0042");
    expect(formatQuoteNumber(2026, 12345)).toBe("Q-2026-12345");
    expect(parseQuoteNumber("Q-2026-0042")).toEqual({ year: 2026, sequence: 42 });
    for (const text of ["Q-2026-42", "q-2026-0042", "Q-2026-00042", "Q-2026-0042 ", ""]) {
      expect(parseQuoteNumber(text)).toBeNull();
    }
  });
});
