import { type Bitset, bitsetRows, countBits, emptyBitset, intersectInto } from "@/lib/domain/catalog/index/bitset";

/** The best score of each row, and which rows have one. Made once and cleared between uses. */
export type ScoreBoard = { readonly scores: Uint16Array; readonly scored: Bitset };

export function createScoreBoard(size: number): ScoreBoard {
  return { scores: new Uint16Array(size), scored: emptyBitset(size) };
}

export function clearBoard({ scores, scored }: ScoreBoard): void {
  scores.fill(0);
  scored.fill(0);
}

export function raiseScore({ scores, scored }: ScoreBoard, row: number, score: number): void {
  if (score <= (scores[row] ?? 0)) return;
  scores[row] = score;
  scored[row >>> 5] = (scored[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function scoredRows({ scored }: ScoreBoard): Int32Array {
  return bitsetRows(scored, countBits(scored));
}

/** Leaves in `board` the rows both have, each with the sum of its scores. */
export function keepSum(board: ScoreBoard, other: ScoreBoard): void {
  intersectInto(board.scored, other.scored);
  for (const row of scoredRows(board)) board.scores[row] = (board.scores[row] ?? 0) + (other.scores[row] ?? 0);
}
