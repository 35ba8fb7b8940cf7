const NUMBER = /^Q-(\d{4})-(\d{4,9})$/;

/** "Q-2026-0042"; from 10,000 on the number simply grows. */
export function formatQuoteNumber(year: number, sequence: number): string {
  return `Q-${year.toString().padStart(4, "0")}-${sequence.toString().padStart(4, "0")}`;
}

export function parseQuoteNumber(text: string): { readonly year: number; readonly sequence: number } | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, year = "", sequence = ""] = match;
  const parsed = { year: parseInt(year, 10), sequence: parseInt(sequence, 10) };
  return formatQuoteNumber(parsed.year, parsed.sequence) === text ? parsed : null;
}
