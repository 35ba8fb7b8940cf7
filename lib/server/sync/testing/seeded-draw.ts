/** Test support: chance that a seed repeats (mulberry32). */
export type Draw = {
  /** 0 ≤ value < 1. */
  readonly random: () => number;
  /** A whole number below `count`. */
  readonly below: (count: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly maybe: (percent: number) => boolean;
};

export function createDraw(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(random() * count);
  return {
    random,
    below,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new Error("nothing to pick from");
      return list[below(list.length)] as T;
    },
    maybe: (percent) => below(100) < percent,
  };
}
