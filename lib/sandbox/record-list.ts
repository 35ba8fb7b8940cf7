/**
 * A list of records of which most are computed when somebody looks: the first ones are given, the rest come from `generate`.
 * Changes are kept beside it, so a list of 100,000 costs almost nothing until it is read.
 */
export type RecordList<T> = {
  /** Grows with every change, so that readers can drop what they remembered. */
  readonly version: () => number;
  readonly size: () => number;
  readonly at: (position: number) => T | undefined;
  readonly slice: (offset: number, limit: number) => T[];
  /** Records with these numbers that are still listed; a number stays with its record for good. */
  readonly byNumber: (number: number) => T | undefined;
  readonly numbers: () => readonly number[];
  readonly replace: (number: number, record: T) => void;
  readonly remove: (number: number) => void;
  readonly add: (record: T, position?: number) => number;
};

export type RecordSource<T> = {
  given: readonly T[];
  generatedCount: number;
  generate: (index: number) => T;
};

export function createRecordList<T>(source: RecordSource<T>): RecordList<T> {
  const { given, generatedCount, generate } = source;
  const numbers = Array.from({ length: given.length + generatedCount }, (_, number) => number);
  const changed = new Map<number, T>();
  const gone = new Set<number>();
  let next = numbers.length;
  let version = 0;

  const read = (number: number): T => changed.get(number) ?? given[number] ?? generate(number - given.length);
  const exists = (number: number): boolean => number >= 0 && number < next && !gone.has(number);

  return {
    version: () => version,
    size: () => numbers.length,
    at: (position) => {
      const number = numbers[position];
      return number === undefined ? undefined : read(number);
    },
    slice: (offset, limit) => numbers.slice(offset, offset + limit).map(read),
    byNumber: (number) => (exists(number) ? read(number) : undefined),
    numbers: () => numbers,
    replace: (number, record) => {
      if (!exists(number)) throw new Error(`No record ${number}`);
      changed.set(number, record);
      version += 1;
    },
    remove: (number) => {
      if (!exists(number)) return;
      numbers.splice(numbers.indexOf(number), 1);
      changed.delete(number);
      gone.add(number);
      version += 1;
    },
    add: (record, position = numbers.length) => {
      const number = next;
      next += 1;
      changed.set(number, record);
      numbers.splice(position, 0, number);
      version += 1;
      return number;
    },
  };
}
