import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureOf } from "@/lib/vendors/contract-suite";
import { crawlList, type ListPage, type ListWalk, type MappedRecord } from "@/lib/vendors/crawl";

type Row = { readonly id: number; readonly price: number };
type Cursor = { readonly offset: number; readonly overlap: number };

function mapRow(record: unknown): MappedRecord {
  const row = record as Row;
  const rejected = { identity: `${row.id}`, reason: "for the test", excerpt: "" };
  return { kind: "rejected", identity: `${row.id}`, signature: `${row.price}`, rejected };
}

/** A list that is read with offsets, as CloudBlue's, while `mutate` changes it before every page. */
function walkOf(list: Row[], pageSize: number, mutate: (page: number) => void, more: Partial<ListWalk<Cursor>> = {}) {
  let pages = 0;
  const readPage = async ({ offset, overlap }: Cursor): Promise<ListPage<Cursor>> => {
    mutate(pages);
    pages += 1;
    const records = list.slice(offset, offset + pageSize);
    const end = offset + records.length;
    const next = records.length === 0 || end >= list.length ? null : { offset: end - 1, overlap: 1 };
    return { records, overlap: Math.min(overlap, records.length), total: list.length, next };
  };
  return {
    vendor: "demo",
    label: "Demo",
    first: { offset: 0, overlap: 0 },
    readPage,
    mapRecord: mapRow,
    signal: new AbortController().signal,
    ...more,
  };
}

async function collect(walk: ListWalk<Cursor>) {
  const found: (string | null)[] = [];
  const disputes: string[] = [];
  for await (const page of crawlList(walk)) {
    for (const { identity, reason } of page.rejected) {
      if (reason === "for the test") found.push(identity);
      else disputes.push(reason);
    }
  }
  return { found, disputes };
}

const rows = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id, price: 1 }));

describe("a list that holds still", () => {
  it.each([0, 1, 2, 9, 10, 11, 237])("of %i records is read once and whole", async (count) => {
    let asked = 0;
    const { found } = await collect(walkOf(rows(count), 10, () => (asked += 1)));
    expect(found).toEqual(rows(count).map(({ id }) => `${id}`));
    expect(asked).toBeLessThanOrEqual(Math.ceil(count / 9) + 1);
  });

  it("may list records twice; the second telling is reported when it differs", async () => {
    const list = [...rows(30), { id: 3, price: 1 }, { id: 4, price: 2 }];
    const { found, disputes } = await collect(walkOf(list, 10, () => undefined));
    expect(found).toHaveLength(30);
    expect(disputes).toEqual(["listed twice with different content; the first is used"]);
  });

  it("ends with an error at the stated maximum", async () => {
    const error = await failureOf(collect(walkOf(rows(100), 10, () => undefined, { productsMax: 50 })));
    expect(error.facts.kind).toBe("incomplete");
  });
});

describe("a list that moves while it is read", () => {
  it("does not lose the record that slips over a page border", async () => {
    const list = rows(40);
    const { found } = await collect(walkOf(list, 10, (page) => void (page === 1 && list.splice(0, 1))));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain("10");
    for (const { id } of list) expect(found).toContain(`${id}`);
  });

  it("does not lose the record that moves to a page already read", async () => {
    const list = rows(40);
    const move = (page: number) => void (page === 2 && list.unshift(...list.splice(30, 1)));
    const { found } = await collect(walkOf(list, 10, move));
    expect(found.toSorted()).toEqual(
      rows(40)
        .map(({ id }) => `${id}`)
        .toSorted(),
    );
  });

  it("never ends as complete without a record that was there all the time", async () => {
    const change = fc.record({ page: fc.nat(12), at: fc.nat(60), insert: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
        const list = rows(50);
        const touched = new Set<number>();
        let nextId = 1_000;
        const mutate = (page: number) => {
          for (const { at, insert } of changes.filter((one) => one.page === page)) {
            if (insert) list.splice(at % (list.length + 1), 0, { id: nextId++, price: 1 });
            else for (const gone of list.splice(at % list.length, 1)) touched.add(gone.id);
          }
        };
        const { found } = await collect(walkOf(list, 7, mutate));
        expect(new Set(found).size).toBe(found.length);
        for (const { id } of rows(50)) if (!touched.has(id)) expect(found).toContain(`${id}`);
      }),
      { numRuns: 2_000, seed: 20260101 },
    );
  });
});

describe("a list that breaks off", () => {
  it("at any page is an error, never a shorter list", async () => {
    for (let broken = 0; broken < 5; broken += 1) {
      const walk = walkOf(rows(40), 10, (page) => {
        if (page === broken) throw new Error("cut");
      });
      await expect(collect(walk)).rejects.toThrow("cut");
    }
  });

  it("with fewer records than it promised is incomplete", async () => {
    const readPage = async (): Promise<ListPage<Cursor>> => ({ records: rows(5), overlap: 0, total: 9, next: null });
    const error = await failureOf(collect(walkOf([], 10, () => undefined, { readPage })));
    expect(error.facts.kind).toBe("incomplete");
    expect(error.message).toBe(
      "The product list of Demo changed while it was read; not all of its products could be collected. The last good catalog stays in use.",
    );
  });

  it("that is suddenly empty is incomplete, however calm it is", async () => {
    const list = rows(40);
    const walk = walkOf(list, 10, (page) => void (page === 3 && list.splice(0)));
    expect((await failureOf(collect(walk))).facts.kind).toBe("incomplete");
  });

  it("stops reading ahead when nobody wants more", async () => {
    let aborted = false;
    const readPage = async (cursor: Cursor, _pass: number, signal: AbortSignal): Promise<ListPage<Cursor>> => {
      signal.addEventListener("abort", () => (aborted = true));
      return { records: rows(5), overlap: 0, total: 100, next: { ...cursor, offset: cursor.offset + 5 } };
    };
    for await (const page of crawlList(walkOf([], 10, () => undefined, { readPage }))) {
      expect(page.done).toBe(5);
      break;
    }
    expect(aborted).toBe(true);
  });
});
