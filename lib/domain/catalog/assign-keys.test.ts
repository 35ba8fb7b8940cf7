import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignKeys, keyByPeriods, type ProductIdentity } from "@/lib/domain/catalog/assign-keys";

const identity = (given: Partial<ProductIdentity>): ProductIdentity => ({
  vendor: "cloudblue",
  partNumber: "MPN-1",
  externalId: null,
  manufacturer: null,
  commitment: "P1Y",
  billingPeriod: "P1M",
  ...given,
});

describe("keys", () => {
  test("are the part number alone where one product has it", () => {
    expect(assignKeys([identity({}), identity({ partNumber: "MPN-2" })], "partNumber").keys).toEqual([
      "MPN-1",
      "MPN-2",
    ]);
  });

  test("carry commitment and billing where several share a part number", () => {
    const { keys } = assignKeys(
      [identity({}), identity({ billingPeriod: "P1Y" }), identity({ commitment: null })],
      "partNumber",
    );
    expect(keys).toEqual(["MPN-1~P1Y~P1M", "MPN-1~P1Y~P1Y", "MPN-1~once~P1M"]);
  });

  test("carry the vendor's id, then the maker, where the periods do not tell them apart either", () => {
    const twins = [identity({ externalId: "sku-1" }), identity({ externalId: "sku-2" })];
    expect(assignKeys(twins, "partNumber").keys).toEqual(["MPN-1~P1Y~P1M~sku-1", "MPN-1~P1Y~P1M~sku-2"]);
    const makers = [identity({ manufacturer: "a" }), identity({ manufacturer: "b" })];
    expect(assignKeys(makers, "partNumber").keys).toEqual(["MPN-1~P1Y~P1M~a", "MPN-1~P1Y~P1M~b"]);
  });

  test("are the vendor's id where the vendor's addresses are made of it", () => {
    expect(assignKeys([identity({ externalId: "7627f2" }), identity({})], "externalId").keys).toEqual([
      "7627f2",
      "MPN-1",
    ]);
  });

  test("identical twins share a key and the later ones are reported", () => {
    const { keys, duplicates } = assignKeys([identity({}), identity({ partNumber: "X" }), identity({})], "partNumber");
    expect(keys).toEqual(["MPN-1", "X", "MPN-1"]);
    expect(duplicates).toEqual([2]);
  });

  const identities = fc.array(
    fc.record({
      vendor: fc.constant("cloudblue"),
      partNumber: fc.constantFrom("A", "B", "C"),
      externalId: fc.constantFrom(null, "1", "2"),
      manufacturer: fc.constantFrom(null, "m", "n"),
      commitment: fc.constantFrom(null, "P1Y"),
      billingPeriod: fc.constantFrom("P1M", "P1Y"),
    }),
  );

  test.each(["partNumber", "externalId"] as const)("from %s do not depend on the order of the list", (keyFrom) => {
    fc.assert(
      fc.property(identities, (list) => {
        const pairs = (items: readonly ProductIdentity[]) =>
          assignKeys(items, keyFrom)
            .keys.map((key, i) => `${key} ${JSON.stringify(items[i])}`)
            .toSorted();
        expect(pairs(list.toReversed())).toEqual(pairs(list));
      }),
    );
  });

  test("of one number say the periods where these differ", () => {
    const periods = fc.tuple(fc.constantFrom(null, "P1M", "P1Y"), fc.constantFrom(null, "P1M", "P1Y"));
    const sameNumber = fc
      .uniqueArray(periods, { minLength: 2, selector: String })
      .chain((some) =>
        fc.tuple(
          ...some.map(([commitment, billingPeriod]) =>
            identities.map(([one]) => ({ ...identity(one ?? {}), partNumber: "A", commitment, billingPeriod })),
          ),
        ),
      );
    fc.assert(
      fc.property(sameNumber, (list) => {
        expect(assignKeys(list, "partNumber").keys).toEqual(list.map(keyByPeriods));
      }),
    );
  });

  test("from part numbers are equal only for identical products", () => {
    fc.assert(
      fc.property(identities, (list) => {
        const { keys, duplicates } = assignKeys(list, "partNumber");
        const different = new Set(list.map((item) => JSON.stringify(item))).size;
        expect(duplicates).toHaveLength(list.length - different);
        expect(new Set(keys).size).toBe(different);
      }),
    );
  });
});
