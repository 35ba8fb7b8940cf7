import { env } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCatalog } from "@/lib/domain/catalog/arbitrary-product";
import { queryByBruteForce } from "@/lib/domain/catalog/brute-force";
import { buildCatalogIndex, type CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import { catalogFacets } from "@/lib/domain/catalog/facets";

const RUNS = env["SOAK"] ? 5_000 : 300;

const flag = fc.constantFrom("true", "false");
const oneOf = (...values: string[]) => fc.subarray(values, { minLength: 1 });

const filters = fc.record(
  {
    vendor: oneOf("cloudblue", "ibm", "nobody"),
    service: oneOf("O365", "AZURE_NCE", "UNLISTED"),
    category: oneOf("Security", "Analytics", "Productivity", "Nothing"),
    topic: oneOf("cat.topic:Backup", "cat.topic:Email"),
    serviceType: oneOf("Application", "API"),
    provider: oneOf("Contoso Demo"),
    planType: oneOf("buy", "try"),
    billing: oneOf("P1M", "P1Y"),
    commitment: oneOf("P1Y", "P3Y"),
    currency: fc.shuffledSubarray(["USD", "EUR", "JPY", "XXX"], { minLength: 1 }),
    costKnown: flag.map((value) => [value]),
    needsOther: flag.map((value) => [value]),
    marginBand: oneOf("loss", "low", "normal", "high", "huge"),
    orderable: oneOf("true", "false"),
    archived: oneOf("true", "false"),
  },
  { requiredKeys: [] },
);

const arbitraryQuery: fc.Arbitrary<CatalogQuery> = fc.record(
  {
    filters,
    priceMin: fc.constantFrom("0", "8.33", "10", "33.3333333333"),
    priceMax: fc.constantFrom("0", "8.34", "25", "400"),
    sort: fc.record({
      by: fc.constantFrom("relevance", "name", "price", "margin", "updated"),
      descending: fc.boolean(),
    }),
    marginBands: fc.constantFrom({ lowBelow: "5", highAbove: "15" }, { lowBelow: "33.3", highAbove: "95.5" }),
    page: fc.integer({ min: 1, max: 3 }),
    pageSize: fc.constantFrom(1, 7, 100),
  },
  { requiredKeys: ["page", "pageSize"] },
);

describe("the index and the slow way give the same answer", () => {
  test("rows, totals, counts and dropped values for any catalog and any choice of filters", () => {
    fc.assert(
      fc.property(arbitraryCatalog, arbitraryQuery, (products, query) => {
        const index = buildCatalogIndex(products);
        const answer = index.query(query);
        const truth = queryByBruteForce(products, query, () => true);
        expect(answer.total).toBe(truth.total);
        const from = (query.page - 1) * query.pageSize;
        expect(answer.rows.map((row) => index.listRow(row).key)).toEqual(truth.keys.slice(from, from + query.pageSize));
        expect(answer.dropped).toEqual(truth.dropped);
        for (const facet of catalogFacets) {
          const counts = answer.facets[facet] ?? [];
          expect(new Set(counts.map(({ value }) => value))).toEqual(truth.values(facet));
          for (const { value, count, selected } of counts) {
            expect([facet, value, count, selected]).toEqual([
              facet,
              value,
              truth.count(facet, value),
              truth.isSelected(facet, value),
            ]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  test("ticking a value with count n in a facet without choices gives n rows", () => {
    fc.assert(
      fc.property(arbitraryCatalog, arbitraryQuery, fc.nat(), (products, query, choice) => {
        const index = buildCatalogIndex(products);
        const open = Object.entries(index.query(query).facets).filter(([facet]) => !(facet in (query.filters ?? {})));
        const values = open.flatMap(([facet, counts]) => counts.map((count) => ({ facet, ...count })));
        const ticked = values[choice % Math.max(1, values.length)];
        fc.pre(ticked !== undefined);
        const after = index.query({ ...query, filters: { ...query.filters, [ticked.facet]: [ticked.value] } });
        expect(after.total).toBe(ticked.count);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
