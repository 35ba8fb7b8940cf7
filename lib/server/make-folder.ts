import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** One level after the other: told to make all at once, Node never comes back where names are refused, as in /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process of the desk was first.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
