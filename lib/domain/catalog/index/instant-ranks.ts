/** Ranks instants from the earliest; equal ones share a rank, missing and unreadable ones have none (-1). */
export function createInstantRanks() {
  const instants: number[] = [];
  return {
    add(instant: string | null): void {
      instants.push(instant === null ? NaN : Date.parse(instant));
    },
    finish(): { readonly ranks: Int32Array; readonly count: number } {
      const sorted = Float64Array.from(instants.filter((instant) => !isNaN(instant))).sort();
      const distinct = sorted.filter((instant, i) => i === 0 || instant !== sorted[i - 1]);
      const ranks = Int32Array.from(instants, (instant) => (isNaN(instant) ? -1 : rankAmong(distinct, instant)));
      return { ranks, count: distinct.length };
    },
  };
}

function rankAmong(distinct: Float64Array, instant: number): number {
  let [low, high] = [0, distinct.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distinct[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
