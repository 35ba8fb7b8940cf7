import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { openDatabase } from "@/lib/server/store/database";
import { createForesight } from "@/lib/server/sync/foresee-products";
import { planGeneration } from "@/lib/server/sync/plan-generation";
import { contentHashOf } from "@/lib/server/sync/provisional-row";
import type { StagedProduct } from "@/lib/server/sync/staged-product";
import type { SyncContext } from "@/lib/server/sync/sync-context";
import { sampleProduct, scriptedSource } from "@/lib/server/sync/testing/scripted-source";

const numbers = fc.constantFrom("A", "B", "C", "D");
const ids = fc.constantFrom(null, null, "id-1", "id-2");
const target = fc.record({ partNumber: numbers, externalId: ids });
const product = fc
  .record({
    partNumber: numbers,
    externalId: ids,
    service: fc.constantFrom(null, "Sample service"),
    locale: fc.constant("en-us"),
    requires: fc.array(fc.record({ anyOf: fc.array(target, { minLength: 1, maxLength: 2 }) }), { maxLength: 2 }),
  })
  .map(({ partNumber, ...wish }) => sampleProduct(partNumber, wish));

const db = openDatabase({ kind: "sqlite", file: ":memory:" });
afterAll(async () => (await db).destroy());

/** As the pages of a crawl leave them behind, and what was required too early. */
function stagedIn(pages: readonly (readonly ReturnType<typeof sampleProduct>[])[]) {
  const foresight = createForesight([]);
  const staged: StagedProduct[] = [];
  for (const page of pages) {
    for (const [at, { identity, key, namedAmong, resolved }] of foresight.take(page, staged.length).entries()) {
      const { locale = "", requires = [] } = page[at] ?? {};
      const provisionalHash = contentHashOf({ hash: "" }, resolved);
      const place = { position: staged.length, locale, requires, foreseen: resolved, doubts: [] };
      staged.push({
        ...place,
        hash: "",
        provisionalHash,
        isPublished: false,
        identity,
        provisionalKey: key,
        namedAmong,
      });
    }
  }
  return {
    staged,
    rejected: [],
    late: foresight.late,
    keys: foresight.keys,
    prints: null,
    recognised: new Set<string>(),
  };
}

it("keeps what a requirement was foreseen to mean only where the whole list says the same", async () => {
  const { source } = scriptedSource([]);
  // All that planning asks for.
  const context = { db: await db, vendor: "acme", source, locales: ["en-us"] } as unknown as SyncContext;
  let kept = 0;
  let mended = 0;
  const pages = fc.array(fc.array(product, { maxLength: 5 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pages, async (list) => {
      const crawled = stagedIn(list);
      const before = { published: null, old: new Map() };
      const plan = await planGeneration(context, crawled, before);
      const anew = await planGeneration(context, { ...crawled, late: null }, before);
      const facts = ({ products }: typeof plan) =>
        products.map(({ key, resolved, contentHash }) => ({ key, resolved, contentHash }));
      expect(facts(plan)).toEqual(facts(anew));
      for (const { requires, foreseen, resolved } of plan.products) {
        if (requires.length > 0 && resolved === foreseen) kept += 1;
        if (JSON.stringify(resolved) !== JSON.stringify(foreseen)) mended += 1;
      }
    }),
    { numRuns: 500 },
  );
  expect(kept).toBeGreaterThan(0);
  expect(mended).toBeGreaterThan(0);
});
