import fc from "fast-check";
import { expect, it } from "vitest";
import { samplePlan } from "@/lib/domain/catalog/sample-products";
import { createForesight } from "@/lib/server/sync/foresee-products";
import { keyProducts } from "@/lib/server/sync/name-products";
import type { StagedProduct } from "@/lib/server/sync/staged-product";
import { sampleProduct } from "@/lib/server/sync/testing/scripted-source";

const period = fc.constantFrom(null, "P1M", "P1Y");
const product = fc
  .record({
    partNumber: fc.constantFrom("A", "B", "A~P1M~P1M", "C"),
    externalId: fc.constantFrom(null, null, "A", "id-1", "id-2"),
    service: fc.constantFrom(null, "Sample service", "Another"),
    provider: fc.constantFrom(null, "Acme"),
    locale: fc.constantFrom("en-us", "en-us", "de-de"),
    periods: fc.tuple(period, period),
  })
  .map(({ partNumber, periods: [billingPeriod, commitment], ...wish }) =>
    Object.assign(sampleProduct(partNumber, wish), { plans: [samplePlan({ billingPeriod, commitment })] }),
  );

/** As the pages of a crawl leave them behind. */
function stagedIn(pages: readonly (readonly ReturnType<typeof sampleProduct>[])[]) {
  const foresight = createForesight([]);
  const staged: StagedProduct[] = [];
  for (const page of pages) {
    for (const [at, { identity, key, namedAmong, resolved }] of foresight.take(page, staged.length).entries()) {
      const { locale = "", requires = [] } = page[at] ?? {};
      const hashes = { hash: "", provisionalHash: "", isPublished: false };
      const place = { position: staged.length, locale, requires, foreseen: resolved, doubts: [] };
      staged.push({ ...place, ...hashes, identity, provisionalKey: key, namedAmong });
    }
  }
  return { staged, keys: foresight.keys };
}

it("keeps a key that was foreseen only where the whole list gives the same", async () => {
  let kept = 0;
  const pages = fc.array(fc.array(product, { maxLength: 6 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pages, async (list) => {
      const { staged } = stagedIn(list);
      const keyed = await keyProducts(staged);
      const anew = await keyProducts(staged.map((one) => ({ ...one, namedAmong: 0 })));
      expect(keyed.products.map(({ key }) => key)).toEqual(anew.products.map(({ key }) => key));
      expect(keyed.repeated.map(({ position }) => position)).toEqual(anew.repeated.map(({ position }) => position));
      kept += staged.filter(({ namedAmong }) => namedAmong > 1).length;
    }),
    { numRuns: 500 },
  );
  expect(kept).toBeGreaterThan(0);
});

it("gives the same keys where only those are looked at again that the list left open", async () => {
  let settled = 0;
  let open = 0;
  const inOneLocale = product.map((one) => Object.assign(one, { locale: "en-us" }));
  const pages = fc.array(fc.array(inOneLocale, { maxLength: 6 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pages, async (list) => {
      const { staged, keys } = stagedIn(list);
      const keyed = await keyProducts(staged, keys);
      const anew = await keyProducts(staged);
      expect(keyed.products).toEqual(anew.products);
      expect(keyed.repeated).toEqual(anew.repeated);
      const [mine, all] = [keyed.keys.get("en-us"), anew.keys.get("en-us")];
      expect(mine?.size ?? 0).toBe(all?.size ?? 0);
      for (const { provisionalKey } of staged) expect(mine?.has(provisionalKey)).toBe(all?.has(provisionalKey));
      for (const { key } of anew.products) expect(mine?.has(key)).toBe(true);
      settled += staged.filter(keys.isSettled).length;
      open += staged.length - staged.filter(keys.isSettled).length;
    }),
    { numRuns: 1_000 },
  );
  expect(settled).toBeGreaterThan(100);
  expect(open).toBeGreaterThan(100);
});
