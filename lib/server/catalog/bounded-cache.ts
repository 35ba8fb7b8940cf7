/** Keeps the values used last; `make` runs where none is kept. */
export type BoundedCache<Key, Value> = { get(key: Key, make: () => Value): Value; size(): number };

export function createBoundedCache<Key, Value>(
  limit: number,
  weigh: (value: Value) => number = () => 1,
): BoundedCache<Key, Value> {
  const kept = new Map<Key, Value>();
  let weight = 0;
  return {
    get(key, make) {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const value = make();
      kept.set(key, value);
      weight += weigh(value);
      for (const [oldest, dropped] of kept) {
        if (weight <= limit || kept.size === 1) break;
        kept.delete(oldest);
        weight -= weigh(dropped);
      }
      return value;
    },
    size: () => kept.size,
  };
}
