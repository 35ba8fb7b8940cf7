import fc from "fast-check";
import { expect, test } from "vitest";
import { createCloudBlueCatalog } from "./cloudblue/catalog";
import { createGenerator, FAMILY_SIZE, familyNumberOf } from "./cloudblue/generator";
import { handShapedProducts } from "./cloudblue/hand-shaped";
import { toMillionths } from "./amounts";
import { createIbmGenerator, generatedIndexOf } from "./ibm/generator";
import { handShapedIbmProducts } from "./ibm/hand-shaped";

const products = handShapedProducts();
const mpns = new Set(products.map(({ mpn }) => mpn));
const ibm = handShapedIbmProducts();

test("there is enough of the trade to look real", () => {
  expect(mpns.size).toBeGreaterThanOrEqual(150);
  expect(ibm.length).toBeGreaterThanOrEqual(80);
  expect(new Set(products.map(({ serviceName }) => serviceName)).size).toBeGreaterThanOrEqual(12);
  expect(new Set(products.flatMap(({ prices }) => prices.map(({ currency }) => currency)))).toEqual(
    new Set(["USD", "EUR", "GBP", "JPY"]),
  );
});

test("no two records are the same offer", () => {
  expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
  expect(new Set(ibm.map(({ id }) => id)).size).toBe(ibm.length);
  const parts = ibm.flatMap(({ plans }) =>
    plans.flatMap(({ components }) => components.map((one) => one.partIdentifier)),
  );
  expect(new Set(parts).size).toBe(parts.length);
  const plans = ibm.flatMap((product) => product.plans.map(({ id }) => id));
  expect(new Set(plans).size).toBe(plans.length);
});

test("every part number but the documented ones is visibly made up", () => {
  const documented = new Set(["53fc25f7-6639-4f78-bb44-3c2dfec3ed40", "91fd106f-4b2c-4938-95ac-f54f74e9a239"]);
  const others = [...mpns].filter((mpn) => !documented.has(mpn));
  expect(others.filter((mpn) => !/DEMO|00000000/.test(mpn))).toEqual([]);
  expect(ibm.slice(1).filter(({ id }) => !/^00000000[0-9a-f]{24}$/.test(id))).toEqual([]);
});

test("the shapes a client must survive are there", () => {
  const has = (meets: (product: (typeof products)[number]) => boolean) => products.filter(meets).length;
  const types = (product: (typeof products)[number]) => new Set(product.prices.map(({ type }) => type));
  expect(has((product) => types(product).size === 3)).toBeGreaterThan(0);
  expect(has(({ prices }) => prices.some(({ lowerLimit }) => (lowerLimit ?? 0) > 1))).toBeGreaterThan(0);
  expect(has(({ maximumQuantity }) => maximumQuantity === "-1")).toBeGreaterThan(0);
  expect(has(({ maximumQuantity }) => maximumQuantity === "-1.0")).toBeGreaterThan(0);
  expect(has(({ costs }) => costs.length === 0)).toBeGreaterThan(0);
  expect(has(({ dependsOn }) => dependsOn.length === 2)).toBeGreaterThan(0);
  expect(has(({ costs }) => costs.some(({ amount }) => amount === "0.0035"))).toBeGreaterThan(0);
  expect(has(({ name }) => /\p{Script=Han}|\p{Script=Cyrillic}|\p{Script=Arabic}/u.test(name))).toBeGreaterThan(2);
});

test("records that do not add up are a small minority", () => {
  const isOdd = ({ costs, prices, dependsOn, mpn }: (typeof products)[number]) =>
    dependsOn.some((needed) => !mpns.has(needed)) ||
    /CYCLE/.test(mpn) ||
    costs.some((cost) => {
      const price = prices.find(({ type, currency }) => type === cost.type && currency === cost.currency);
      return price !== undefined && toMillionths(price.amount) < toMillionths(cost.amount);
    });
  const odd = products.filter(isOdd).map(({ mpn }) => mpn);
  expect(odd.sort()).toEqual([
    "DEMO-DW-CYCLE-A",
    "DEMO-DW-CYCLE-B",
    "DEMO-DW-DANGLING",
    "DEMO-DW-LOSSLEADER",
    "DEMO-DW-PARTNERPRICE",
  ]);
});

test("requirements stay within one service", () => {
  const serviceByMpn = new Map(products.map(({ mpn, serviceName }) => [mpn, serviceName]));
  const crossing = products.filter(({ dependsOn, serviceName }) =>
    dependsOn.some((mpn) => (serviceByMpn.get(mpn) ?? serviceName) !== serviceName),
  );
  expect(crossing).toEqual([]);
});

test("generated products depend on the seed and the index alone, in any order of reading", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(200_000), fc.nat(200_000), (seed, index, other) => {
      const generate = createGenerator(seed, "shared");
      const first = generate(index);
      generate(other);
      expect(generate(index)).toEqual(first);
      expect(familyNumberOf(first.mpn)).toBe(Math.floor(index / FAMILY_SIZE));
      const product = createIbmGenerator(seed)(index);
      expect(createIbmGenerator(seed)(index)).toEqual(product);
      expect(generatedIndexOf(product.id)).toBe(index);
    }),
    { numRuns: 200 },
  );
});

test("whatever is withdrawn and added, the list and its MPN index agree", () => {
  const steps = fc.array(fc.tuple(fc.nat(400), fc.boolean()), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (moves) => {
      const catalog = createCloudBlueCatalog({ products: 480, seed: 1, apiVersion: "1.6" });
      for (const [position, adds] of moves) {
        const product = catalog.list.at(position % catalog.size());
        if (!product) throw new Error(`Nothing at ${position}`);
        if (adds) catalog.add({ ...product, name: "Added" }, position % 7);
        else catalog.withdraw(product.mpn);
      }
      const listed = catalog.list.slice(0, catalog.size());
      const counts = new Map<string, number>();
      for (const { mpn } of listed) counts.set(mpn, (counts.get(mpn) ?? 0) + 1);
      for (const [mpn, count] of counts) expect(catalog.find(mpn)).toHaveLength(count);
    }),
    { numRuns: 40 },
  );
});
