import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isBuilt, projectRoot } from "@/lib/cli/build-app";

/** The tests run against the production build; it is made when the sources changed since the last one. */
export default function buildOnce(): void {
  if (isBuilt()) return;
  const args = ["--import", fileURLToPath(new URL("../../lib/cli/alias.mjs", import.meta.url)), "lib/cli/build.ts"];
  const build = spawnSync(process.execPath, args, { cwd: projectRoot, stdio: "inherit" });
  if (build.status !== 0) throw new Error("The production build failed.");
}
