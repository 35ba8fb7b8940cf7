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

export type ByteList = { push(value: number): void; pushText(text: string): void; size(): number; take(): Uint8Array };

export function createByteList(): ByteList {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(64 * 1024);
  let count = 0;
  const reserve = (more: number) => {
    if (count + more <= bytes.length) return;
    bytes = grownCopy(bytes, new Uint8Array(Math.max(count + more, Math.ceil(bytes.length * 1.5))));
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
    size: () => count,
    take: () => bytes.slice(0, count),
  };
}

function grownCopy<Values extends Int32Array | Uint8Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
