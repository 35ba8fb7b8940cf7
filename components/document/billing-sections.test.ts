import { describe, expect, it } from "vitest";
import { billingSections, summaryRows } from "@/components/document/billing-sections";

const usd = (amount: string) => ({ amount, currency: "USD" });

const line = (name: string, billingPeriod: string | null, total: string, setup: string | null = null) => ({
  name,
  position: 1,
  under: null as number | string | null,
  billingPeriod,
  price: usd(total),
  total: usd(total),
  setupPrice: setup === null ? null : usd(setup),
  setupTotal: setup === null ? null : usd(setup),
});

const totals = {
  oneTime: usd("50.00"),
  monthly: usd("198.00"),
  yearly: usd("120.00"),
  other: [{ period: "P3Y", total: usd("900.00") }],
};

describe("the tables of a quote", () => {
  const lines = [
    line("prepaid", "P3Y", "900.00"),
    line("yearly", "P1Y", "120.00"),
    line("seats", "P1M", "198.00", "50.00"),
  ];
  const sections = billingSections(lines, totals, "USD");

  it("stand in the order one-time, monthly, yearly, others", () => {
    expect(sections.map(({ title }) => title)).toEqual([
      "One-time charges",
      "Monthly charges",
      "Yearly charges",
      "Charges every 3 years",
    ]);
  });

  it("show a set-up fee among the one-time charges and the line itself in its own period", () => {
    expect(sections[0]?.rows).toEqual([
      { line: lines[2], setup: true, nested: false, price: usd("50.00"), total: usd("50.00") },
    ]);
    expect(sections[1]?.rows).toEqual([
      { line: lines[2], setup: false, nested: false, price: usd("198.00"), total: usd("198.00") },
    ]);
  });

  it("close with the total of their own period", () => {
    expect(sections.map(({ subtotal }) => subtotal?.amount)).toEqual(["50.00", "198.00", "120.00", "900.00"]);
  });

  it("nest an add-on only where what it needs stands above it in the same table", () => {
    const base = { ...line("base", "P1M", "10.00"), position: 1 };
    const monthly = { ...line("monthly add-on", "P1M", "1.00"), position: 2, under: 1 };
    const yearly = { ...line("yearly add-on", "P1Y", "1.00"), position: 3, under: 1 };
    const nested = billingSections([base, monthly, yearly], totals, "USD").map(({ rows }) =>
      rows.map((row) => row.nested),
    );
    expect(nested).toEqual([[false, true], [false]]);
    expect(billingSections([monthly, base], totals, "USD")[0]?.rows.map((row) => row.nested)).toEqual([false, false]);
  });

  it("leave out periods without a charge", () => {
    expect(billingSections([line("yearly", "P1Y", "1.00")], totals, "USD").map(({ key }) => key)).toEqual(["P1Y"]);
  });
});

describe("what is billed by use", () => {
  const used = (name: string, more: object = {}) => ({ ...line(name, "P1M", "0"), price: null, total: null, ...more });

  it("stands in a table of its own after the periods, without a figure that could be added up", () => {
    const plan = used("plan", { position: 2, setupPrice: usd("30.00"), setupTotal: usd("30.00") });
    const blob = used("blob", { position: 3, under: 2 });
    const sections = billingSections([blob, plan, line("seats", "P1M", "198.00"), { ...blob }], totals, "USD");
    expect(sections.map(({ key, subtotal }) => [key, subtotal?.amount ?? null])).toEqual([
      ["once", "50.00"],
      ["P1M", "198.00"],
      ["use", null],
    ]);
    const rows = sections[2]?.rows.map((row) => [row.line.name, row.nested, row.price, row.total]);
    expect(rows).toEqual([
      ["blob", false, null, null],
      ["plan", false, null, null],
      ["blob", true, null, null],
    ]);
  });
});

describe("the summary", () => {
  it("lists what is charged and leaves out what is zero", () => {
    const rows = summaryRows({ ...totals, yearly: usd("0.00") });
    expect(rows.map(({ label, total }) => `${label} ${total.amount}`)).toEqual([
      "One-time 50.00",
      "Per month 198.00",
      "Every 3 years 900.00",
    ]);
  });
});
