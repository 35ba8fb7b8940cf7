import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

const sources = ["app", "components", "lib", "public"];
const files = [
  "package-lock.json",
  "next.config.mjs",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
];
const stampFile = join(projectRoot, ".next", "desk-build-stamp");

/** True when `.next` was built from exactly the sources that lie here now. */
export function isBuilt(): boolean {
  if (!existsSync(join(projectRoot, ".next", "BUILD_ID")) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, "utf8") === sourceStamp();
}

/** Runs the production build; exits the process with the build's code when it fails. */
export function buildApp(): void {
  const next = join(projectRoot, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [next, "build"], { cwd: projectRoot, stdio: "inherit", env });
  if (built.status !== 0) process.exit(built.status ?? 1);
  mkdirSync(join(projectRoot, ".next"), { recursive: true });
  writeFileSync(stampFile, sourceStamp());
}

function sourceStamp(): string {
  const hash = createHash("sha256");
  for (const path of [...files, ...sources.flatMap(listFiles)].sort()) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(projectRoot, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(folder: string): string[] {
  if (!existsSync(join(projectRoot, folder))) return [];
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length));
}
