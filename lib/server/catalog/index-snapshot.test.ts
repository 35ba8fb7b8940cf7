import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCatalogIndex } from "@/lib/domain/catalog/catalog-index";
import { exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { indexInTurns } from "@/lib/server/catalog/index-in-turns";
import { readSnapshot, snapshotPlace, writeSnapshot } from "@/lib/server/catalog/index-snapshot";

const folder = () => mkdtempSync(join(tmpdir(), "desk-snapshot-"));

async function catalogData() {
  const indexing = indexInTurns();
  await indexing.add([[JSON.stringify(exampleProduct({ name: "Snapshot demo" }))]]);
  return indexing.finish();
}

it("gives back the catalog it was made of, and only that one", async () => {
  const [dir, data] = [folder(), await catalogData()];
  const place = { file: join(dir, "index.bin"), id: "build-1 cloudblue.1" };
  expect(await readSnapshot(place)).toBeNull();
  writeSnapshot(place, data);
  const read = await readSnapshot(place);
  expect(read).toEqual(data);
  expect(read && openCatalogIndex(read.index).query({ text: "snapshot", page: 1, pageSize: 1 }).total).toBe(1);
  expect(await readSnapshot({ ...place, id: "build-1 cloudblue.2" })).toBeNull();
  expect(readdirSync(dir)).toEqual(["index.bin"]);
});

it("a damaged one is an error, not a catalog", async () => {
  const place = { file: join(folder(), "index.bin"), id: "x" };
  writeFileSync(place.file, "not a snapshot");
  await expect(readSnapshot(place)).rejects.toThrow();
});

it("belongs to one build of the program and does not exist without one", () => {
  const root = folder();
  expect(snapshotPlace(root, "cloudblue.1", root)).toBeNull();
  mkdirSync(join(root, ".next"));
  writeFileSync(join(root, ".next", "BUILD_ID"), "abc\n");
  expect(snapshotPlace(root, "cloudblue.1", root)?.id).toBe("abc cloudblue.1");
});
