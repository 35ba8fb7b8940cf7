import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import type { CatalogEngine, OpenEngine } from "@/e2e/bench/catalog-engine";
import { openItemsJs } from "@/e2e/bench/catalog-engine-itemsjs";
import { openMiniSearch } from "@/e2e/bench/catalog-engine-minisearch";
import { openOrama } from "@/e2e/bench/catalog-engine-orama";
import { openOurs } from "@/e2e/bench/catalog-engine-ours";
import { openPostgres } from "@/e2e/bench/catalog-engine-postgres";
import { type EngineJob, EngineJobSchema, type EngineReport, type EngineName } from "@/e2e/bench/catalog-engine-report";
import { ownQueries, peerQueries } from "@/e2e/bench/catalog-queries";
import type { CatalogQuery } from "@/lib/domain/catalog/catalog-index";

// Run as a process of its own with --expose-gc and a job as JSON; prints its report as JSON. The memory it tells of is
// then that of one engine alone, and whoever waits for it can end it.
const engines: Readonly<Record<EngineName, OpenEngine>> = {
  ours: openOurs,
  itemsjs: openItemsJs,
  orama: openOrama,
  minisearch: openMiniSearch,
  postgres: openPostgres,
};

const ROUNDS_PER_RUN = 4;

const job = EngineJobSchema.parse(
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .parse(process.argv[2]),
);
process.stdout.write(JSON.stringify(await measure(job)));

async function measure({ engine: name, products, fillMs, queryMs, runs }: EngineJob): Promise<EngineReport> {
  const began = performance.now();
  const engine = await engines[name](products, fillMs);
  const buildMs = performance.now() - began;
  const totals: number[] = [];
  for (const query of peerQueries(0)) totals.push((await engine.ask(query)).total);
  for (let i = 0; i < 3; i += 1) {
    globalThis.gc?.();
    await turn();
  }
  const endsAt = performance.now() + queryMs;
  const peer = await timeRuns(engine, peerQueries, { runs, endsAt });
  const own = name === "ours" ? await timeRuns(engine, ownQueries, { runs, endsAt: endsAt + queryMs }) : [];
  const rss = process.memoryUsage.rss();
  await engine.close?.();
  return { products: engine.products, buildMs, totals, peer, own, rss };
}

type Limits = { readonly runs: number; readonly endsAt: number };

/** Milliseconds of each query, run by run; a run that the time cuts short keeps what it has. */
async function timeRuns(
  engine: CatalogEngine,
  mix: (round: number) => readonly CatalogQuery[],
  { runs, endsAt }: Limits,
): Promise<number[][]> {
  const samples: number[][] = [];
  for (let run = 0; run < runs && performance.now() < endsAt; run += 1) {
    const ofRun: number[] = [];
    samples.push(ofRun);
    for (let turnOfMix = 0; turnOfMix < ROUNDS_PER_RUN; turnOfMix += 1) {
      for (const query of mix(run * ROUNDS_PER_RUN + turnOfMix)) {
        if (performance.now() > endsAt && ofRun.length > 0) return samples;
        const began = performance.now();
        await engine.ask(query);
        ofRun.push(performance.now() - began);
      }
    }
  }
  return samples;
}
