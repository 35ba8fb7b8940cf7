import { period, type Period } from "@/lib/domain/catalog/period";

/** What the words after a price say: an amount for each period, an amount once, or nothing we can rely on. */
export type PriceRhythm =
  { readonly kind: "recurring"; readonly period: Period } | { readonly kind: "once" } | { readonly kind: "unknown" };

const once = /\b(?:one[- ]time|once|perpetual|einmalig|une fois|pago único)\b/;
const perUnit = /(?:\bper|\/|\ba|\bpro|\bpar|\bpor|\bal|\beach|\bevery)\s*(day|month|mo|quarter|year|yr|annum)\b/g;
const local = /\b(?:pro|par|por|al)\s+(tag|monat|quartal|jahr|jour|mois|trimestre|an|mes|año|día)(?![\wäöüß])/g;
const adverb = /\b(daily|monthly|quarterly|yearly|annually|monatlich|jährlich|mensuel|annuel|mensual|anual)\b/g;
const counted = /(?:\bper|\/|\bevery|\bfor)\s*(\d{1,3})[ -]?(day|month|year)s?\b/g;

const periods: Readonly<Record<string, Period>> = {
  ...named(period("day", 1), "day daily tag jour día"),
  ...named(period("month", 1), "month mo monthly monat monatlich mois mensuel mes mensual"),
  ...named(period("month", 3), "quarter quarterly quartal trimestre"),
  ...named(period("year", 1), "year yr annum yearly annually jahr jährlich an annuel año anual"),
};

function named(value: Period, words: string): Record<string, Period> {
  return Object.fromEntries(words.split(" ").map((word) => [word, value]));
}

/**
 * IBM states a period only in the words around a price ("per authorized user per month"). How it is invoiced ("billed
 * annually") is another matter and is left aside; two different periods in one text are no answer.
 */
export function readRhythm(suffix: string | null): PriceRhythm {
  if (suffix === null) return { kind: "unknown" };
  const known = remembered.get(suffix);
  if (known) return known;
  const rhythm = judgeRhythm(suffix);
  if (remembered.size < rememberedMax) remembered.set(suffix, rhythm);
  return rhythm;
}

/** A whole catalog uses a handful of suffixes. */
const remembered = new Map<string, PriceRhythm>();
const rememberedMax = 500;

function judgeRhythm(suffix: string): PriceRhythm {
  const words = suffix.toLowerCase().replace(/\b(?:billed|paid|invoiced|charged)\b[^.;)]*/g, " ");
  const found = new Set([...byWord(words), ...numbered(words)]);
  const [first] = found;
  if (found.size > 1 || (once.test(words) && first !== undefined)) return { kind: "unknown" };
  if (first !== undefined) return { kind: "recurring", period: first };
  return once.test(words) ? { kind: "once" } : { kind: "unknown" };
}

function byWord(words: string): Period[] {
  return [perUnit, local, adverb].flatMap((pattern) =>
    [...words.matchAll(pattern)].flatMap((match) => periods[match[1] ?? ""] ?? []),
  );
}

function numbered(words: string): Period[] {
  return [...words.matchAll(counted)].flatMap(([, digits = "", unit]) => {
    const length = parseInt(digits, 10);
    return length > 0 && (unit === "day" || unit === "month" || unit === "year") ? [period(unit, length)] : [];
  });
}
