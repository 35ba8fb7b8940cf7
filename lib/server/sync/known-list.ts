import { z } from "zod";

/** Locale → the prints of its pages. */
export type ListPrints = ReadonlyMap<string, readonly string[]>;

const KnownListSchema = z.object({ program: z.string(), locales: z.record(z.string(), z.array(z.string())) });

/** Pages say the same again only to the program that read them: another one may make something else of them. */
export function writeKnownList(prints: ListPrints | null, program: string | null): string | null {
  return prints === null || program === null ? null : JSON.stringify({ program, locales: Object.fromEntries(prints) });
}

/** Null where nothing is known of the published list that this program can go by. */
export function readKnownList(text: string | null, program: string | null): ListPrints | null {
  if (text === null || program === null) return null;
  const known = KnownListSchema.parse(JSON.parse(text));
  return known.program === program ? new Map(Object.entries(known.locales)) : null;
}
