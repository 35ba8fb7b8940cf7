import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "@/e2e/bench/bench-row";
import { projectRoot } from "@/lib/cli/build-app";

/** Measures in a copy of the app that has the peer as one more route: the app that people get has no such route. */
export function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "desk-bench-app-"));
  try {
    copyApp(folder);
    mkdirSync(join(folder, "app", "api", "same-bytes"));
    copyFileSync(join(folder, "e2e/bench/same-bytes-route.ts"), join(folder, "app/api/same-bytes/route.ts"));
    runIn(folder, "lib/cli/build.ts");
    const rows = JSON.parse(runIn(folder, "e2e/bench/http-ratio.ts")) as BenchRow[];
    return Promise.resolve(rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runIn(folder: string, script: string): string {
  const args = ["--import", "./lib/cli/alias.mjs", script];
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, stdio: [...stdio], encoding: "utf8" });
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stdout}`);
  return stdout;
}

const notCopied = new Set(["node_modules", ".next", ".git", ".data", "tsconfig.tsbuildinfo"]);

function copyApp(folder: string): void {
  for (const name of readdirSync(projectRoot)) {
    if (!notCopied.has(name)) cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  }
  linkTree(join(projectRoot, "node_modules"), join(folder, "node_modules"));
}

/** The bundler follows no link out of the app's folder, and a second copy of all packages would be most of a gigabyte. */
function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** Another file system takes no link. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
