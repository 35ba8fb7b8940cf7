import { setImmediate as turn } from "node:timers/promises";
import { benchProducts, timeQueries } from "@/e2e/bench/catalog-queries";
import { median, quantile } from "@/e2e/bench/measure";
import { buildCatalogIndex } from "@/lib/domain/catalog/catalog-index";

// Run as a process of its own with --expose-gc and the number of products; prints its figures as JSON.
const began = performance.now();
const index = buildCatalogIndex(benchProducts(parseInt(process.argv[2] ?? "", 10)));
const buildMs = performance.now() - began;
await turn();
globalThis.gc?.();
await turn();
const samples = timeQueries(index, 5);
const rss = process.memoryUsage.rss();
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ p50: median(samples), p95: quantile(samples, 0.95), rss, peak, buildMs }));
