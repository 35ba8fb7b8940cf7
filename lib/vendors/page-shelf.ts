import { hash } from "node:crypto";
import type { Answered } from "@/lib/vendors/relay";

export type PageAgain = { readonly body: Uint8Array; readonly records: () => readonly unknown[] };

/** For a page whose records are in `data`. */
export function againOf({ again }: Answered<{ readonly data: readonly unknown[] }>): { readonly again?: PageAgain } {
  return again ? { again: { body: again.body, records: () => again.read().data } } : {};
}

type Page = { readonly records: readonly unknown[]; readonly overlap: number; readonly again?: PageAgain };

/** Bytes that may wait here; a longer list is read as if nothing were known of it. */
const BYTES_MAX = 64 * 1024 * 1024;

/**
 * Holds the first pages of a list as long as they are what they were the last time, so that nothing has to be made of
 * them if that holds to the end. They wait as bytes, since records would take several times the room.
 */
export function createPageShelf<P extends Page>(known: readonly string[]) {
  const held: (P & { readonly again: PageAgain })[] = [];
  let found: string[] | null = [];
  let isOpen = known.length > 0;
  let bytes = 0;
  let records = 0;
  return {
    /** True where the page is kept here; the last one only where the whole list is the known one. */
    keep(page: P, isLast: boolean): boolean {
      const { again } = page;
      if (!again) {
        found = null;
        isOpen = false;
        return false;
      }
      const print = hash("sha256", again.body, "base64url");
      const at = found?.push(print) ?? 0;
      isOpen &&= print === known[at - 1] && isLast === (at === known.length);
      isOpen &&= bytes + again.body.length <= BYTES_MAX;
      if (!isOpen) return false;
      held.push({ ...page, again, records: [] });
      bytes += again.body.length;
      records += page.records.length - page.overlap;
      return true;
    },
    /** The pages kept here, with their records; from now on none is kept. */
    *clear(): Generator<P> {
      isOpen = false;
      for (let page = held.shift(); page; page = held.shift()) yield { ...page, records: page.again.records() };
    },
    records: () => records,
    /** Of every page there was; null where the bytes of one were not at hand. */
    prints: (): readonly string[] | null => found,
  };
}
