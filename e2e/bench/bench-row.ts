/** One line of the benchmark table; `peer` and `ratio` where the figure is a comparison. */
export type BenchRow = {
  readonly what: string;
  readonly bar: string;
  readonly ours: string;
  readonly peer?: string;
  readonly ratio?: string;
  readonly note?: string;
  /** Whether the bar was met in this run; absent where the row only informs. */
  readonly met?: boolean;
};
