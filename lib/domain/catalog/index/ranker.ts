/** Gives texts a rank by what they mean: equal values share one, and ranks are dense from 0. */
export type Ranker = { add(text: string): number; finish(): Ranks };

export type Ranks = {
  /** By the number `add` answered. */
  readonly rankOf: Int32Array;
  /** One text for each rank, in order. */
  readonly texts: readonly string[];
};

/** `read` turns the distinct texts into what `compare` orders, all at once so that they can share a scale. */
export function createRanker<Value>(
  read: (texts: readonly string[]) => readonly Value[],
  compare: (a: Value, b: Value) => number,
): Ranker {
  const idOf = new Map<string, number>();
  return {
    add(text) {
      const id = idOf.get(text) ?? idOf.size;
      idOf.set(text, id);
      return id;
    },
    finish() {
      const texts = [...idOf.keys()];
      const entries = read(texts).map((value, id) => ({ value, id }));
      entries.sort((a, b) => compare(a.value, b.value));
      const rankOf = new Int32Array(texts.length);
      const ranked: string[] = [];
      entries.forEach(({ value, id }, i) => {
        const before = entries[i - 1];
        if (!before || compare(before.value, value) !== 0) ranked.push(texts[id] ?? "");
        rankOf[id] = ranked.length - 1;
      });
      return { rankOf, texts: ranked };
    },
  };
}
