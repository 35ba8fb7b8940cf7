import { expect, it } from "vitest";
import type { VendorProduct } from "@/lib/domain/catalog/product";
import { listFindings } from "@/lib/server/data-quality/list-findings";
import { eachStore } from "@/lib/server/store/test-stores";
import { runSync } from "@/lib/server/sync/run-sync";
import { sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";
import { rightsOf } from "@/lib/server/viewer";
import { crawlList } from "@/lib/vendors/crawl";

const manager = {
  userId: "m",
  email: "m@desk.example",
  name: "M",
  role: "manager",
  rights: rightsOf("manager"),
} as const;

eachStore("a finding leads to its product", (open) => {
  /** What a sync of these products finds, as far as it names a key. */
  async function findingsOf(
    script: (source: ReturnType<typeof scriptedSource>) => void,
    locales: [string, ...string[]],
  ) {
    const db = await open();
    const scripted = scriptedSource([], { pageSize: 3 });
    script(scripted);
    const signal = new AbortController().signal;
    const { source } = scripted;
    const outcome = await runSync({ db, source, locales, signal, startedBy: "timer", now: () => new Date() });
    expect(outcome).toMatchObject({ state: "succeeded", error: null });
    const { items } = await listFindings(db, manager, {}, { page: 1, pageSize: 50 });
    return items.map(({ kind, key, name }) => [kind, key, name]);
  }

  it("where one is listed twice", async () => {
    const twice = [sampleProduct("A"), sampleProduct("B"), sampleProduct("A")];
    const found = await findingsOf(({ script }) => (script.products = twice), ["en-us", "de-de"]);
    expect(found).toEqual([["duplicate", "A", "Product A"]]);
  });

  it("where the two say different things", async () => {
    const records = [sampleProduct("A"), sampleProduct("B"), { ...sampleProduct("A"), name: "Another A" }];
    const found = await findingsOf(
      ({ source }) => {
        Object.assign(source, { crawl: ({ signal }: { signal: AbortSignal }) => crawlOf(records, signal) });
      },
      ["en-us"],
    );
    expect(found).toEqual([["duplicate", "A", "Product A"]]);
  });

  it("but not to one of several that share a number", async () => {
    const yearly = (product: VendorProduct): VendorProduct => ({
      ...product,
      plans: product.plans.map((plan) => ({ ...plan, commitment: "P1Y" })),
    });
    const found = await findingsOf(
      ({ script }) => {
        script.products = [sampleProduct("A"), yearly(sampleProduct("A")), sampleProduct("B")];
        script.rejected = ["A", "B"].map((identity) => ({ identity, reason: "the amount is odd", excerpt: "{}" }));
      },
      ["en-us"],
    );
    expect(found).toEqual([
      ["unreadable-amount", null, "A"],
      ["unreadable-amount", "B", "Product B"],
    ]);
  });
});

/** As adapters crawl: one page, each record known by its number. */
function crawlOf(records: readonly VendorProduct[], signal: AbortSignal) {
  return crawlList({
    vendor: "acme",
    label: "Acme Cloud",
    first: 0,
    readPage: async () => ({
      records,
      overlap: 0,
      total: new Set(records.map(({ partNumber }) => partNumber)).size,
      next: null,
    }),
    mapRecord: (record) => {
      const product = record as VendorProduct;
      const identity = `${product.partNumber}|standard|P1M`;
      return { kind: "product", product, identity, signature: product.name, notes: [] };
    },
    signal,
  });
}
