import { expect, test } from "vitest";
import { hasOwnRow, idleRows, serviceLines, withoutRow, withRow } from "@/components/settings/taxonomy-draft";
import type { CatalogServiceDto, TaxonomyRowDto } from "@/lib/contracts/catalog-settings";

const service = (name: string, bare: number, full = 0): CatalogServiceDto => ({
  vendor: "cloudblue",
  vendorLabel: "Ingram Micro",
  service: name,
  products: bare + full,
  severalRequirements: 0,
  without: [full, 0, 0, 0, 0, 0, 0, bare],
});
const row = (name: string, categories: string[]): TaxonomyRowDto => ({
  service: name,
  categories,
  topics: [],
  serviceType: null,
});

const services = [service("A_NEW", 3), service("B", 5, 2), service("C", 0, 9), service("D", 1)];
const saved = [row("A", ["Security"]), row("B", ["Analytics"]), row("GONE", ["Security"])];

test("services without a place come first, those the vendor places itself not at all", () => {
  const lines = serviceLines(services, saved, saved);
  expect(lines.map(({ facts, mapping, toMap, moved }) => [facts.service, mapping?.name ?? null, toMap, moved])).toEqual(
    [
      ["D", null, 1, 0],
      ["A_NEW", "A", 3, 0],
      ["B", "B", 5, 0],
    ],
  );
});

test("the order stays while one edits, and what would move is counted", () => {
  const drafted = withRow(withRow(saved, row("D", ["Security"])), row("A_NEW", ["Analytics"]));
  const lines = serviceLines(services, drafted, saved);
  expect(lines.map(({ facts, mapping, moved }) => [facts.service, mapping?.name, moved])).toEqual([
    ["D", "D", 1],
    ["A_NEW", "A_NEW", 3],
    ["B", "B", 0],
  ]);
});

test("a mapping taken away leaves a service to the one above it, whatever the case it was written in", () => {
  const drafted = withoutRow(withRow(saved, row("a_new", ["Analytics"])), "A_NEW");
  expect(hasOwnRow(drafted, "A_NEW")).toBe(false);
  expect(serviceLines(services, drafted, saved)[1]?.mapping?.name).toBe("A");
});

test("mappings that serve nothing at the moment are told apart", () => {
  expect(idleRows(services, saved).map((one) => one.service)).toEqual(["GONE"]);
});
