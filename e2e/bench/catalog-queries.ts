import { benchProduct } from "@/e2e/bench/bench-products";
import type { CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import type { Product } from "@/lib/domain/catalog/product";

const page = { page: 1, pageSize: 50 };
const MAKERS = ["Aurelin", "Bravonet", "Cirrofern", "Dovetide", "Emberlake", "Fjordbyte", "Gantryx", "Halcyonix"];
const AREAS = ["Backup", "Identity", "Endpoint", "Archive", "Telephony", "Analytics", "Storage"];
const CATEGORIES = ["Security", "Analytics", "Data management", "Productivity", "File transfer"];

/** What every engine can answer: filters in one facet and several, words, far pages; the values turn with the round. */
export function peerQueries(round: number): CatalogQuery[] {
  const [maker, area, category] = [turning(MAKERS, round), turning(AREAS, round), turning(CATEGORIES, round)];
  return [
    page,
    { ...page, page: 2 + round },
    { ...page, filters: { vendor: ["ibm"] } },
    { ...page, filters: { provider: [maker, turning(MAKERS, round + 3)] } },
    { ...page, filters: { category: [category, turning(CATEGORIES, round + 1)], billing: ["P1M"] } },
    { ...page, filters: { vendor: ["cloudblue"], topic: ["Backup"], currency: ["EUR"], costKnown: ["true"] } },
    { ...page, filters: { archived: ["true", "false"], needsOther: ["true"], commitment: ["P1Y"] } },
    { ...page, text: `${area.toLowerCase()} enterprise` },
    { ...page, text: maker.toLowerCase(), filters: { needsOther: ["true"] } },
    { page: 8, pageSize: 50, text: area.toLowerCase(), filters: { commitment: ["P1Y"], vendor: ["ibm"] } },
  ];
}

/** What sellers ask, from the open list to part of a part number, with what is hard for us in it. */
export function ownQueries(round: number): CatalogQuery[] {
  const [maker, area, category] = [turning(MAKERS, round), turning(AREAS, round), turning(CATEGORIES, round)];
  const sort = (by: "name" | "price" | "margin" | "updated", descending: boolean) => ({ sort: { by, descending } });
  return [
    ...peerQueries(round),
    { ...page, filters: { provider: [maker] }, ...sort("price", true) },
    { ...page, filters: { currency: [turning(["USD", "EUR"], round)] }, ...sort("price", false) },
    { ...page, priceMin: `${5 + round}`, priceMax: "40.50", ...sort("margin", true) },
    { ...page, filters: { marginBand: ["normal"], orderable: ["true"] }, priceMax: `${60 + round}` },
    { page: 40, pageSize: 50, ...sort("updated", true) },
    { page: 150, pageSize: 50, filters: { category: [category] }, ...sort("name", true) },
    { page: 120, pageSize: 50, text: area.slice(0, 5).toLowerCase() },
    { ...page, text: "de" },
    { ...page, text: `${area.slice(1)} ${maker.slice(0, 3)} ess`, ...sort("updated", false) },
    { ...page, text: `${swapped(maker)} ${swapped(area)}` },
    { ...page, text: `${area} nowhere${round}` },
    { ...page, text: `demogen0000${round}b1` },
    { ...page, text: `gen-0000${round}-b1` },
    { ...page, text: `${round}zb1` },
    { ...page, text: `demo-gen-000x${round}-b9x` },
  ];
}

/** Two neighbouring letters the wrong way round. */
function swapped(word: string): string {
  return `${word.slice(0, 2)}${word.charAt(3)}${word.charAt(2)}${word.slice(4)}`.toLowerCase();
}

function turning<Value>(values: readonly Value[], round: number): Value {
  const value = values[round % values.length];
  if (value === undefined) throw new RangeError("nothing to turn through");
  return value;
}

export function* benchProducts(count: number, from = 0): Generator<Product> {
  for (let i = from; i < from + count; i += 1) yield benchProduct(i);
}
