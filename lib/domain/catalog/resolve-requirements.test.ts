import { describe, expect, test } from "vitest";
import {
  createRequirementResolver,
  requiredBy,
  type RequirementOffer,
} from "@/lib/domain/catalog/resolve-requirements";

const monthly = [{ billingPeriod: "P1M", commitment: "P1M" }];
const yearly = [{ billingPeriod: "P1Y", commitment: "P1Y" }];

const offer = (key: string, given: Partial<RequirementOffer> = {}): RequirementOffer => ({
  vendor: "cloudblue",
  key,
  partNumber: "BASE",
  externalId: null,
  name: `Name of ${key}`,
  service: "O365",
  archived: false,
  plans: monthly,
  ...given,
});

const needs = (...partNumbers: string[]) => ({
  vendor: "cloudblue",
  service: "O365",
  plans: monthly,
  requires: partNumbers.map((partNumber) => ({ anyOf: [{ partNumber, externalId: null }] })),
});

const keysOf = (groups: readonly { anyOf: readonly { key: string }[] }[]) =>
  groups.map(({ anyOf }) => anyOf.map(({ key }) => key));

describe("a required part number", () => {
  test("means the variant of the same service and periods", () => {
    const resolve = createRequirementResolver([
      offer("year", { plans: yearly }),
      offer("month"),
      offer("elsewhere", { service: "AZURE" }),
    ]);
    expect(keysOf(resolve(needs("BASE")))).toEqual([["month"]]);
  });

  test("means any variant of the same service where none has the periods", () => {
    const resolve = createRequirementResolver([
      offer("year", { plans: yearly }),
      offer("three years", { plans: [{ billingPeriod: "P1Y", commitment: "P3Y" }] }),
      offer("elsewhere", { service: "AZURE" }),
    ]);
    expect(keysOf(resolve(needs("BASE")))).toEqual([["year", "three years"]]);
  });

  test("means any product of the vendor with it where the service has none", () => {
    const resolve = createRequirementResolver([offer("elsewhere", { service: "AZURE", plans: yearly })]);
    expect(keysOf(resolve(needs("BASE")))).toEqual([["elsewhere"]]);
  });

  test("stays visible as unavailable where nothing has it, and where it is archived", () => {
    const resolve = createRequirementResolver([offer("old", { archived: true })]);
    expect(resolve(needs("BASE", "GONE"))).toEqual([
      { anyOf: [{ vendor: "cloudblue", key: "old", name: "Name of old", available: false }] },
      { anyOf: [{ vendor: "cloudblue", key: "GONE", name: "GONE", available: false }] },
    ]);
  });

  test("with a vendor id means exactly that product", () => {
    const resolve = createRequirementResolver([offer("month"), offer("year", { plans: yearly, externalId: "sku-9" })]);
    const product = { ...needs(), requires: [{ anyOf: [{ partNumber: "BASE", externalId: "sku-9" }] }] };
    expect(keysOf(resolve(product))).toEqual([["year"]]);
  });
});

test("the reverse map names everything that requires a product, cycles included", () => {
  const requires = (key: string) => [{ anyOf: [{ vendor: "cloudblue", key, name: key, available: true }] }];
  const map = requiredBy([
    { key: "a", requires: [...requires("b"), ...requires("b")] },
    { key: "b", requires: requires("a") },
    { key: "c", requires: requires("b") },
  ]);
  expect(Object.fromEntries(map)).toEqual({ a: ["b"], b: ["a", "c"] });
});
