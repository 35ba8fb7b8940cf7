import { renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import { buildId } from "@/lib/server/build-id";
import type { CatalogData } from "@/lib/server/catalog/catalog-data";

/** An indexed catalog on disk, so that a restart need not index again. `id` names the program and the catalog it is of. */
export type SnapshotPlace = { readonly file: string; readonly id: string };

/** Null where the program was not built: then its code may change under an index it made before. */
export function snapshotPlace(dataDir: string, catalogId: string, root = process.cwd()): SnapshotPlace | null {
  const build = buildId(root);
  return build === null ? null : { file: join(dataDir, "catalog-index.bin"), id: `${build} ${catalogId}` };
}

/** Complete or not there at all: written beside, then moved into place. */
export function writeSnapshot({ file, id }: SnapshotPlace, data: CatalogData): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, serialize({ id, data }), { mode: 0o600 });
  renameSync(beside, file);
}

const SnapshotSchema = z.object({ id: z.string(), data: z.custom<CatalogData>((value) => typeof value === "object") });

/** Null where there is none or it is of another program or catalog. Throws where it cannot be read. */
export async function readSnapshot({ file, id }: SnapshotPlace): Promise<CatalogData | null> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!bytes) return null;
  const snapshot = SnapshotSchema.parse(deserialize(bytes));
  return snapshot.id === id ? snapshot.data : null;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
