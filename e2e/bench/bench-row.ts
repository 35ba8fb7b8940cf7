/** One line of the benchmark table. */
export type BenchRow = {
  readonly what: string;
  readonly bar: string;
  readonly ours: string;
  readonly peer?: string;
  readonly ratio?: string;
  /** Whether the bar was met; absent where the row is for information. */
  readonly met?: boolean;
  readonly note?: string;
};
