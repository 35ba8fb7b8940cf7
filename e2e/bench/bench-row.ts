/** One line of the benchmark table. */
export type BenchRow = {
  readonly what: string;
  readonly bar: string;
  readonly ours: string;
  readonly peer?: string;
  readonly ratio?: string;
  readonly note?: string;
};
