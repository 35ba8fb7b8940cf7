import { spawnSync } from "node:child_process";
import { soakMemory } from "@/e2e/soak/memory";
import { projectRoot } from "@/lib/cli/build-app";

/** The tests that know a reduced and a full count, at full count: `SOAK=1` is what they look at. */
const runs: readonly (readonly string[])[] = [
  ["vitest", "run", "--config", "lib/vitest.config.ts", "--testTimeout", "3600000"],
  ["playwright", "test", "--config", "e2e/playwright.config.ts", "kill-and-restart", "vendor-down"],
];

process.stdout.write("… an hour of mixed work\n");
let failed = !(await soakMemory());

for (const [tool = "", ...args] of runs) {
  process.stdout.write(`… ${tool} ${args.join(" ")}\n`);
  const env = { ...process.env, SOAK: "1" };
  const run = spawnSync("npx", [tool, ...args], { cwd: projectRoot, stdio: "inherit", env });
  failed ||= run.status !== 0;
}
if (failed) process.exit(1);
