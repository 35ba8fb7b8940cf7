const RUN = 2048;

/** The numbers 0 … size - 1 in order, as a generator so that a caller can breathe between steps. Stable. */
export function* sortedInSteps(size: number, compare: (a: number, b: number) => number): Generator<void, Int32Array> {
  let from = Int32Array.from({ length: size }, (_, i) => i);
  for (let start = 0; start < size; start += RUN) {
    from.subarray(start, start + RUN).sort((a, b) => compare(a, b) || a - b);
    yield;
  }
  let to = new Int32Array(size);
  for (let width = RUN; width < size; width *= 2) {
    for (let start = 0; start < size; start += 2 * width) {
      mergeRuns(
        from,
        to,
        { start, middle: Math.min(start + width, size), end: Math.min(start + 2 * width, size) },
        compare,
      );
      yield;
    }
    [from, to] = [to, from];
  }
  return from;
}

type Runs = { readonly start: number; readonly middle: number; readonly end: number };

function mergeRuns(from: Int32Array, to: Int32Array, runs: Runs, compare: (a: number, b: number) => number): void {
  let [left, right] = [runs.start, runs.middle];
  for (let at = runs.start; at < runs.end; at += 1) {
    const takeLeft = right >= runs.end || (left < runs.middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = from[takeLeft ? left : right] ?? 0;
    if (takeLeft) left += 1;
    else right += 1;
  }
}

/** By code units: the same order on every machine. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
