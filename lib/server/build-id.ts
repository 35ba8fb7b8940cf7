import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Which build of the program this is; null where it was not built: then its code may change at any moment. */
export function buildId(root = process.cwd()): string | null {
  try {
    return readFileSync(join(root, ".next", "BUILD_ID"), "utf8").trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
