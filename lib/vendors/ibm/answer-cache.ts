import type { CachedAnswer } from "@/lib/vendors/transport/exchange";

const entriesMax = 64;
const bytesMax = 8 * 1024 * 1024;

/** Answers that came with an ETag, kept for a conditional request; small on purpose, since the catalog has its own store. */
export type AnswerCache<T> = {
  readonly get: (key: string) => CachedAnswer<T> | null;
  readonly put: (
    key: string,
    answer: { readonly data: T; readonly etag: string | null; readonly bytes: number },
  ) => void;
};

export function createAnswerCache<T>(): AnswerCache<T> {
  const entries = new Map<string, CachedAnswer<T>>();
  let bytes = 0;
  const remove = (key: string) => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => entries.get(key) ?? null,
    put: (key, { data, etag, bytes: size }) => {
      remove(key);
      if (etag === null || !/^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$/.test(etag) || size > bytesMax) return;
      entries.set(key, { data, etag, bytes: size });
      bytes += size;
      for (const oldest of entries.keys()) {
        if (entries.size <= entriesMax && bytes <= bytesMax) break;
        remove(oldest);
      }
    },
  };
}
