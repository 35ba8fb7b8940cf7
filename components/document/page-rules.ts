export const papers = ["a4", "letter"] as const;
export type Paper = (typeof papers)[number];

/** What was asked for in the address; A4 where nothing sensible was. */
export function parsePaper(value: string | string[] | undefined): Paper {
  return value === "letter" ? "letter" : "a4";
}

/** Letter for the countries that print on it, A4 for all others. */
export function paperFor(country: string | undefined): Paper {
  return country && ["US", "CA", "MX", "CL", "CO", "PH"].includes(country) ? "letter" : "a4";
}

type PageRules = {
  paper: Paper;
  /** Printed before "page 1 of 3": "Q-2026-0042 · v2". */
  reference: string;
  /** Printed at the right of the foot. */
  footnote: string;
  /** A word across the head of every page, such as DRAFT. */
  banner: string | null;
};

/** The rules of the printed page; they replace the date and address that a browser would print of its own. */
export function pageRules({ paper, reference, footnote, banner }: PageRules): string {
  const type = "font: 400 8pt/1.2 var(--font-sans), Arial, sans-serif; color: #444; vertical-align: middle;";
  const boxes = [
    `@bottom-left { content: ${quoted(`${reference} · page `)} counter(page) " of " counter(pages); ${type} white-space: nowrap; }`,
    `@bottom-center { content: none; }`,
    `@bottom-right { content: ${quoted(footnote)}; ${type} text-align: right; white-space: nowrap; }`,
    ...(banner ? [`@top-right { content: ${quoted(banner)}; ${type} font-weight: 600; letter-spacing: 0.14em; }`] : []),
  ];
  return `@page { size: ${paper === "letter" ? "8.5in 11in" : "210mm 297mm"}; margin: 20mm; ${boxes.join(" ")} }`;
}

/** A CSS string that holds exactly `text`: nothing in it can close the string, the rule or the style element. */
function quoted(text: string): string {
  const escaped = text.replace(/["\\<>]|\p{Cc}/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ""} `);
  return `"${escaped}"`;
}
