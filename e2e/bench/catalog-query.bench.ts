import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { createItemsJs, createOrama, peerQueries } from "@/e2e/bench/catalog-peers";
import { benchProducts, timeMix, timeQueries } from "@/e2e/bench/catalog-queries";
import { median, ms, quantile, seconds } from "@/e2e/bench/measure";
import { buildCatalogIndex, type CatalogIndex } from "@/lib/domain/catalog/catalog-index";

const PRODUCTS = 100_000;
const MILLION = 1_000_000;
const ORAMA_FILL_MS = 60_000;
const RSS_BAR = 1.5e9;

/** The catalog in process: our own figures, ItemsJS and Orama at the same work, and a million products. */
export async function run(): Promise<BenchRow[]> {
  const began = performance.now();
  const index = buildCatalogIndex(benchProducts(PRODUCTS));
  const buildMs = performance.now() - began;
  return [
    ownRow(timeQueries(index, 20), buildMs),
    peerRow("ItemsJS", PRODUCTS, timePeerMix(index), timeItemsJs()),
    await oramaRow(),
    millionRow(),
  ];
}

function ownRow(samples: readonly number[], buildMs: number): BenchRow {
  const p95 = quantile(samples, 0.95);
  return {
    what: "catalog query with all facet counts, 100,000 products",
    bar: "p95 ≤ 10 ms",
    ours: `${ms(median(samples))} / ${ms(p95)}`,
    met: p95 <= 10,
    note: `median / p95 of ${samples.length}; built in ${seconds(buildMs)}`,
  };
}

function peerRow(
  peer: string,
  products: number,
  ours: readonly number[],
  theirs: readonly number[],
  note = "",
): BenchRow {
  const [own, other] = [quantile(ours, 0.95), quantile(theirs, 0.95)];
  return {
    what: `the same work as ${peer}, ${products.toLocaleString("en")} products`,
    bar: "≥ 10 times faster",
    ours: `${ms(median(ours))} / ${ms(own)}`,
    peer: `${ms(median(theirs))} / ${ms(other)}`,
    ratio: (other / own).toFixed(0),
    met: other >= 10 * own && median(theirs) >= 10 * median(ours),
    note,
  };
}

function timePeerMix(index: CatalogIndex): number[] {
  return timeMix(peerQueries.length, 10, (i) => index.query(peerQueries[i] ?? { page: 1, pageSize: 50 }));
}

function timeItemsJs(): number[] {
  const ask = createItemsJs(PRODUCTS);
  return timeMix(peerQueries.length, 1, (i) => ask(peerQueries[i] ?? { page: 1, pageSize: 50 }));
}

async function oramaRow(): Promise<BenchRow> {
  const { filled, ask, buildMs } = await createOrama(PRODUCTS, ORAMA_FILL_MS);
  const samples: number[] = [];
  for (let round = 0; round <= 2; round += 1) {
    for (const query of peerQueries) {
      const began = performance.now();
      await ask(query);
      if (round > 0) samples.push(performance.now() - began);
    }
  }
  const ours = timePeerMix(buildCatalogIndex(benchProducts(filled)));
  return peerRow("Orama", filled, ours, samples, `as many as Orama takes in within ${seconds(buildMs)}`);
}

type Million = {
  readonly p50: number;
  readonly p95: number;
  readonly rss: number;
  readonly peak: number;
  readonly buildMs: number;
};

/** In a process of its own, so that the memory is that of the catalog alone. */
function millionRow(): BenchRow {
  const script = fileURLToPath(new URL("./catalog-million.ts", import.meta.url));
  const args = [...process.execArgv, "--expose-gc", script, `${MILLION}`];
  const output = execFileSync(process.execPath, args, { encoding: "utf8" });
  const { p50, p95, rss, peak, buildMs } = JSON.parse(output) as Million;
  return {
    what: "the same at 1,000,000 products",
    bar: "p95 ≤ 80 ms, ≤ 1.5 GB",
    ours: `${ms(p50)} / ${ms(p95)}, ${(rss / 1e9).toFixed(2)} GB`,
    met: p95 <= 80 && rss <= RSS_BAR,
    note: `built in ${seconds(buildMs)}, with at most ${(peak / 1e9).toFixed(2)} GB`,
  };
}
