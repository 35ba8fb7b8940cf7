import { benchProduct } from "@/e2e/bench/bench-products";
import type { CatalogIndex, CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import type { Product } from "@/lib/domain/catalog/product";

const page = { page: 1, pageSize: 50 };

/** What sellers ask, from the open list to a part number; every answer carries all facet counts. */
export const queryMix: readonly CatalogQuery[] = [
  page,
  { ...page, filters: { vendor: ["ibm"] } },
  { ...page, filters: { category: ["Security", "Analytics"], billing: ["P1M"] } },
  { ...page, filters: { vendor: ["cloudblue"], topic: ["Backup"], currency: ["EUR"], costKnown: ["true"] } },
  { ...page, filters: { provider: ["Gantryx"] }, sort: { by: "price", descending: true } },
  { ...page, priceMin: "10", priceMax: "40", sort: { by: "margin", descending: true } },
  { page: 40, pageSize: 50, sort: { by: "updated", descending: true } },
  { ...page, text: "backup enterprise" },
  { ...page, text: "mail sec", filters: { needsOther: ["true"] } },
  { ...page, text: "storage", filters: { commitment: ["P1Y"], vendor: ["ibm"] } },
  { ...page, text: "bakcup enterprse" },
  { ...page, text: "demogen0000ab1" },
];

export function* benchProducts(count: number): Generator<Product> {
  for (let i = 0; i < count; i += 1) yield benchProduct(i);
}

/** Milliseconds of every query of the mix, `rounds` times over, after one round that is not counted. */
export function timeQueries(index: CatalogIndex, rounds: number): number[] {
  return timeMix(queryMix.length, rounds, (i) => index.query(queryMix[i] ?? page));
}

export function timeMix(size: number, rounds: number, ask: (query: number) => unknown): number[] {
  const samples: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (let query = 0; query < size; query += 1) {
      const began = performance.now();
      ask(query);
      if (round > 0) samples.push(performance.now() - began);
    }
  }
  return samples;
}
