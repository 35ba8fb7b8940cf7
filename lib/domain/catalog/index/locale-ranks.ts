import { compareTexts, sortedInSteps } from "@/lib/domain/catalog/index/sort-steps";

/** By locale: each row's place by the names in it. */
export type NameRanks = Readonly<Record<string, Uint32Array<ArrayBuffer>>>;

/** Collects what products are called in further locales, and puts all rows in order by it. */
export function createLocaleRanks() {
  const keysOf = new Map<string, Map<number, string>>();
  return {
    add(added: number, locale: string, sortKey: string) {
      const keys = keysOf.get(locale) ?? new Map<number, string>();
      keysOf.set(locale, keys.set(added, sortKey));
    },
    /** A product that is not described in a locale stands there under the name it is shown with: its usual one. */
    *finish(usual: readonly string[], rowOf: Int32Array): Generator<void, NameRanks> {
      const ranks: Record<string, Uint32Array<ArrayBuffer>> = {};
      for (const [locale, keys] of keysOf) {
        const keyOf = (added: number) => keys.get(added) ?? usual[added] ?? "";
        const order = yield* sortedInSteps(usual.length, (a, b) => compareTexts(keyOf(a), keyOf(b)));
        const placeOf = new Uint32Array(order.length);
        order.forEach((added, place) => (placeOf[rowOf[added] ?? 0] = place));
        ranks[locale] = placeOf;
      }
      return ranks;
    },
  };
}
