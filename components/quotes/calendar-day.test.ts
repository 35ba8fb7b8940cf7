import { describe, expect, it } from "vitest";
import { addDays, today } from "@/components/quotes/calendar-day";

describe("calendar days", () => {
  it("are those of whoever reads", () => {
    expect(today(new Date(2026, 10, 2, 23, 59))).toBe("2026-11-02");
  });

  it("count over months, years and leap days", () => {
    expect(addDays("2026-11-22", 30)).toBe("2026-12-22");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  });
});
