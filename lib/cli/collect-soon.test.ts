import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { projectRoot } from "@/lib/cli/build-app";

const Package = z.object({ scripts: z.object({ start: z.string(), demo: z.string() }) });
const { scripts } = Package.parse(JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")));
const settingsOf = (script: string) => script.split(" lib/cli/")[0] ?? "";

/** Fills a thread that was given little room for young objects, and tells how much it took. */
const measure = `
  const { Worker } = await import("node:worker_threads");
  const fill = () => {
    const objects = [];
    for (let i = 0; i < 3_000_000; i += 1) objects[i % 20_000] = { i, text: "text " + i };
    const young = require("node:v8").getHeapSpaceStatistics().find((space) => space.space_name === "new_space");
    require("node:worker_threads").parentPort.postMessage(young.physical_space_size);
  };
  const resourceLimits = { maxYoungGenerationSizeMb: 12 };
  const worker = new Worker("(" + fill + ")()", { eval: true, execArgv: [], resourceLimits });
  worker.once("message", (bytes) => process.stdout.write(String(bytes)));
`;

it("runs a desk and the demo with the same memory, by flags that Node knows, and leaves threads their own", () => {
  expect(settingsOf(scripts.demo)).toBe(settingsOf(scripts.start));
  const [, flags = ""] = settingsOf(scripts.start).split(" node ");
  const words = [
    ...flags.split(" "),
    "--import",
    "./lib/cli/collect-soon.ts",
    "--input-type=module",
    "--eval",
    measure,
  ];
  const child = spawnSync(process.execPath, words, { cwd: projectRoot, encoding: "utf8" });
  expect(child.stderr).toBe("");
  expect(child.stdout).toMatch(/^\d+$/);
  expect(parseInt(child.stdout, 10)).toBeLessThan(16_000_000);
  expect(flags).toMatch(/^--max-semi-space-size=\d+ /);
});
