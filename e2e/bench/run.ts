import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import type { BenchRow } from "@/e2e/bench/bench-row";

type Bench = { readonly name: string; readonly load: () => Promise<{ run(): Promise<BenchRow[]> }> };

const benches: readonly Bench[] = [
  { name: "catalog-query", load: () => import("@/e2e/bench/catalog-query.bench") },
  { name: "pricing", load: () => import("@/e2e/bench/pricing.bench") },
  { name: "serving", load: () => import("@/e2e/bench/serving.bench") },
  { name: "http", load: () => import("@/e2e/bench/http.bench") },
  { name: "pages", load: () => import("@/e2e/bench/pages.bench") },
  { name: "lighthouse", load: () => import("@/e2e/bench/lighthouse.bench") },
];

const { values } = parseArgs({ options: { only: { type: "string" } } });
const chosen = benches.filter((bench) => !values.only || bench.name === values.only);
if (chosen.length === 0) {
  process.stderr.write(`Known: ${benches.map((bench) => bench.name).join(", ")}\n`);
  process.exit(1);
}

const rows: BenchRow[] = [];
for (const bench of chosen) {
  process.stdout.write(`… ${bench.name}\n`);
  rows.push(...(await rowsOf(bench)));
}

/** A measurement that breaks is a row that says so; the others are still taken. */
async function rowsOf(bench: Bench): Promise<BenchRow[]> {
  try {
    return await (await bench.load()).run();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return [{ what: bench.name, bar: "finishes", ours: "broke off", met: false, note: "see the error above" }];
  }
}

const columns = ["what", "bar", "ours", "peer", "ratio", "met", "note"] as const;
const cell = (row: BenchRow, column: (typeof columns)[number]) => {
  const value = row[column];
  return typeof value === "boolean" ? (value ? "yes" : "NO") : (value ?? "");
};
const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => cell(row, column).length)));
const line = (cells: readonly string[]) =>
  `${cells
    .map((text, i) => text.padEnd(widths[i] ?? 0))
    .join("  ")
    .trimEnd()}\n`;
process.stdout.write(line(columns));
process.stdout.write(line(widths.map((width) => "-".repeat(width))));
for (const row of rows) process.stdout.write(line(columns.map((column) => cell(row, column))));

const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? "unknown" };
const file = fileURLToPath(new URL("./results.json", import.meta.url));
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`);
