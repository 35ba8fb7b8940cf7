import type { VendorProduct } from "@/lib/domain/catalog/product";
import { createPageShelf, type PageAgain } from "@/lib/vendors/page-shelf";
import type { RejectedRecord, SourcePage } from "@/lib/vendors/source-page";
import { vendorError } from "@/lib/vendors/transport/failure";

/** What became of one record of a list. `notes` report what was dropped from a product that stays. */
export type MappedRecord =
  | {
      readonly kind: "product";
      readonly product: VendorProduct;
      /** Equal for two records of the same thing. */
      readonly identity: string;
      /** Differs where two records of the same thing disagree in what matters. */
      readonly signature: string;
      readonly notes: readonly RejectedRecord[];
    }
  | {
      readonly kind: "rejected";
      readonly identity: string;
      readonly signature: string;
      readonly rejected: RejectedRecord;
    };

export type ListPage<Cursor> = {
  readonly records: readonly unknown[];
  /** How many of the first records the page before had too, where the cursor asked for an overlap. */
  readonly overlap: number;
  readonly total: number | null;
  readonly next: Cursor | null;
  /** Its bytes and how to get the records out of them once more; absent where these are not at hand. */
  readonly again?: PageAgain;
};

export type ListWalk<Cursor> = {
  readonly vendor: string;
  readonly label: string;
  readonly first: Cursor;
  /** `pass` is 1 on the first walk; a later one may distrust what the first relied on. */
  readonly readPage: (cursor: Cursor, pass: number, signal: AbortSignal) => Promise<ListPage<Cursor>>;
  readonly mapRecord: (record: unknown) => MappedRecord;
  /** See `CrawlOptions`. */
  readonly known?: readonly string[] | undefined;
  readonly signal: AbortSignal;
  readonly productsMax?: number;
};

/** More products than any reseller has; a list that goes on beyond is broken. */
export const crawlProductsMax = 200_000;
const passesMax = 4;
/** Pages in a row without a single new record before the list counts as stuck. */
const stuckPagesMax = 3;

type Seen = { readonly signatures: Map<string, string>; readonly disputed: Set<string> };

type PassResult = {
  /** The list is the known one, page by page. */
  readonly known: boolean;
  readonly steady: boolean;
  /** A page began with what the one before had: not every position was read. */
  readonly overlapping: boolean;
  readonly records: number;
  readonly fresh: number;
  readonly total: number | null;
};

/**
 * Every product of a paged list, each once. Numbered pages over a list that changes skip and repeat records, so a walk
 * counts only when the list held still or when we have at least as many records as the vendor says there are; otherwise
 * the list is walked again, up to three more times. Ends with an `incomplete` error rather than with a part.
 */
export async function* crawlList<Cursor>(walk: ListWalk<Cursor>): AsyncGenerator<SourcePage> {
  const seen: Seen = { signatures: new Map(), disputed: new Set() };
  for (let pass = 1; pass <= passesMax; pass += 1) {
    const result = yield* walkOnce(walk, seen, pass);
    if (result.known) return;
    const enough = result.total === null || seen.signatures.size >= result.total;
    if (enough && (result.steady || pass === passesMax)) return;
    // The vendor lists some records twice: a second calm walk over every position found nothing new.
    const calm = result.steady && !result.overlapping;
    if (pass > 1 && calm && result.fresh === 0 && result.records >= (result.total ?? 0)) {
      // Its total counts them twice as well; ours is what there really is.
      yield toSourcePage([], [], seen.signatures.size, seen.signatures.size);
      return;
    }
  }
  throw incomplete(walk, `changed while it was read; not all of its products could be collected`);
}

async function* walkOnce<Cursor>(
  walk: ListWalk<Cursor>,
  seen: Seen,
  pass: number,
): AsyncGenerator<SourcePage, PassResult> {
  const ahead = new AbortController();
  const signal = AbortSignal.any([walk.signal, ahead.signal]);
  const readPage = (cursor: Cursor) => {
    const page = walk.readPage(cursor, pass, signal);
    // Awaited one step later; until then its failure must not count as unhandled.
    page.catch(() => undefined);
    return page;
  };
  const known = pass === 1 ? (walk.known ?? []) : [];
  const shelf = createPageShelf<ListPage<Cursor>>(known);
  const judge = createPageJudge(walk, seen, pass);
  try {
    for (let pending: Promise<ListPage<Cursor>> | null = readPage(walk.first); pending !== null;) {
      const page: ListPage<Cursor> = await pending;
      // The next page travels while the caller works on this one.
      pending = page.next === null ? null : readPage(page.next);
      const isLast = pending === null;
      if (shelf.keep(page, isLast)) {
        const waiting = toSourcePage([], [], shelf.records(), page.total);
        yield isLast ? { ...waiting, prints: known } : waiting;
        if (isLast) return { ...judge.result(), known: true };
        continue;
      }
      for (const one of shelf.clear()) yield judge.take(one);
      const taken = judge.take(page);
      const prints = isLast && pass === 1 && judge.isCalm() ? shelf.prints() : null;
      yield prints ? { ...taken, prints } : taken;
    }
  } finally {
    ahead.abort();
  }
  return judge.result();
}

/** What the pages of one walk say together. */
function createPageJudge<Cursor>(walk: ListWalk<Cursor>, seen: Seen, pass: number) {
  // On the first walk whatever was seen was seen in it.
  const inPass = pass === 1 ? seen.signatures : new Set<string>();
  const tally = { records: 0, fresh: 0, stuck: 0, steady: true, overlapping: false };
  let pageBefore: readonly string[] = [];
  let firstTotal: number | null | undefined;
  let total: number | null = null;
  const result = (): PassResult => {
    const { records, fresh, overlapping } = tally;
    return { known: false, steady: tally.steady && firstTotal === total, overlapping, records, fresh, total };
  };
  return {
    result,
    /** Nothing moved so far, and nothing is missing. */
    isCalm: () => result().steady && (total === null || seen.signatures.size >= total),
    take(page: ListPage<Cursor>): SourcePage {
      firstTotal ??= page.total;
      total = page.total;
      if (total === 0 && seen.signatures.size > 0) throw incomplete(walk, "vanished while it was read");
      const mapped = page.records.map(walk.mapRecord);
      // Rows asked for again must be the ones the page before ended with, or the list moved in between.
      const again = mapped.slice(0, page.overlap);
      const ends = pageBefore.slice(pageBefore.length - again.length);
      if (again.some(({ identity }, at) => identity !== ends[at])) tally.steady = false;
      const rows = mapped.slice(page.overlap);
      if (rows[0] && pageBefore.includes(rows[0].identity)) tally.overlapping = true;
      pageBefore = mapped.map(({ identity }) => identity);
      tally.records += rows.length;
      tally.stuck = rows.some(({ identity }) => !inPass.has(identity)) ? 0 : tally.stuck + 1;
      if (inPass instanceof Set) for (const { identity } of mapped) inPass.add(identity);
      const { fresh, disputes } = sift(mapped, seen);
      tally.fresh += fresh.length;
      if (seen.signatures.size > (walk.productsMax ?? crawlProductsMax)) throw incomplete(walk, "does not end");
      if (tally.stuck >= stuckPagesMax) throw incomplete(walk, "repeats the same page over and over");
      return toSourcePage(fresh, disputes, seen.signatures.size, page.total);
    },
  };
}

/** The first record of a thing stays; a later one that says otherwise is reported once. */
function sift(records: readonly MappedRecord[], seen: Seen) {
  const fresh: MappedRecord[] = [];
  const disputes: RejectedRecord[] = [];
  for (const record of records) {
    const { identity, signature } = record;
    const before = seen.signatures.get(identity);
    if (before === undefined) {
      seen.signatures.set(identity, signature);
      fresh.push(record);
    } else if (before !== signature && !seen.disputed.has(identity)) {
      seen.disputed.add(identity);
      const excerpt = `kept: ${before}; also listed: ${signature}`.slice(0, 500);
      disputes.push({
        identity: nameIn(record),
        reason: "listed twice with different content; the first is used",
        excerpt,
      });
    }
  }
  return { fresh, disputes };
}

/** What people and findings know a record by. */
function nameIn(record: MappedRecord): string | null {
  return record.kind === "product"
    ? (record.product.externalId ?? record.product.partNumber)
    : record.rejected.identity;
}

function toSourcePage(
  records: readonly MappedRecord[],
  disputes: readonly RejectedRecord[],
  done: number,
  total: number | null,
): SourcePage {
  const products: VendorProduct[] = [];
  const rejected: RejectedRecord[] = [];
  for (const record of records) {
    if (record.kind === "rejected") rejected.push(record.rejected);
    else {
      products.push(record.product);
      for (const note of record.notes) rejected.push(note);
    }
  }
  return { products, rejected: [...rejected, ...disputes], done, total };
}

function incomplete<Cursor>(walk: ListWalk<Cursor>, fact: string) {
  const message = `The product list of ${walk.label} ${fact}. The last good catalog stays in use.`;
  return vendorError(walk, "list products", "incomplete", message);
}
