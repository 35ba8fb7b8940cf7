import { describe, expect, it } from "vitest";
import { pageRules, paperFor, parsePaper } from "@/components/document/page-rules";

const rules = (change: Partial<Parameters<typeof pageRules>[0]> = {}) =>
  pageRules({
    paper: "a4",
    reference: "Q-2026-0042 · v2",
    footnote: "Valid until 22 Dec 2026",
    banner: null,
    ...change,
  });

describe("the printed page", () => {
  it("is A4 or Letter", () => {
    expect(rules()).toContain("size: 210mm 297mm");
    expect(rules({ paper: "letter" })).toContain("size: 8.5in 11in");
  });

  it("counts its pages behind number and version", () => {
    expect(rules()).toContain('content: "Q-2026-0042 · v2 · page " counter(page) " of " counter(pages)');
  });

  it("carries a word at its head only when there is one", () => {
    expect(rules()).not.toContain("@top-right");
    expect(rules({ banner: "DRAFT" })).toContain('@top-right { content: "DRAFT"');
  });

  it("cannot be left by what is printed", () => {
    const css = rules({ reference: 'x"; } </style><b>\\', footnote: "a\nb" });
    expect(css).not.toContain("</style>");
    expect(css).toContain(String.raw`"x\22 ; } \3c /style\3e \3c b\3e \5c  · page "`);
    expect(css).toContain(String.raw`"a\a b"`);
  });
});

describe("the paper", () => {
  it("is the one asked for, else A4", () => {
    expect(["letter", "a4", "a3", undefined, ["letter"]].map(parsePaper)).toEqual(["letter", "a4", "a4", "a4", "a4"]);
  });

  it("follows the customer's country", () => {
    expect(["US", "CA", "DE", undefined].map(paperFor)).toEqual(["letter", "letter", "a4", "a4"]);
  });
});
