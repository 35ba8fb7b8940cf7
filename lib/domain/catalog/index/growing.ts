/** Number lists that grow like arrays but cost only their bytes. */
export type IntList = { push(value: number): void; size(): number; at(index: number): number; take(): Int32Array };

export function createIntList(): IntList {
  let values = new Int32Array(1024);
  let count = 0;
  return {
    push(value) {
      if (count === values.length) values = grownCopy(values, new Int32Array(count * 2));
      values[count] = value;
      count += 1;
    },
    size: () => count,
    at: (index) => values[index] ?? 0,
    take: () => values.subarray(0, count),
  };
}

export type ByteList = {
  push(value: number): void;
  pushText(text: string): void;
  pushBytes(more: Uint8Array): void;
  size(): number;
  take(): Uint8Array;
};

const PIECE_BYTES = 1024 * 1024;

/** Grows by whole pieces: nothing is copied before the end, and no outgrown copy waits to be collected. */
export function createByteList(): ByteList {
  const encoder = new TextEncoder();
  const full: Uint8Array[] = [];
  let [bytes, count, before] = [new Uint8Array(64 * 1024), 0, 0];
  const reserve = (more: number) => {
    if (count + more <= bytes.length) return;
    full.push(bytes.subarray(0, count));
    before += count;
    [bytes, count] = [new Uint8Array(Math.max(more, PIECE_BYTES)), 0];
  };
  return {
    push(value) {
      reserve(1);
      bytes[count] = value;
      count += 1;
    },
    pushText(text) {
      reserve(text.length * 3);
      count += encoder.encodeInto(text, bytes.subarray(count)).written;
    },
    pushBytes(more) {
      reserve(more.length);
      bytes.set(more, count);
      count += more.length;
    },
    size: () => before + count,
    take() {
      const all = new Uint8Array(before + count);
      let at = 0;
      for (const piece of [...full, bytes.subarray(0, count)]) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}

function grownCopy(from: Int32Array<ArrayBuffer>, to: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  to.set(from);
  return to;
}
