import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { leaveCheckpoints, moveLogIntoFile } from "@/lib/server/store/checkpoints";
import { connectInThread, type Database, openDatabase } from "@/lib/server/store/database";

const folder = mkdtempSync(join(tmpdir(), "desk-checkpoints-"));
const open: Database[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const MEGABYTES = 8;

async function write(db: Database, key: string): Promise<void> {
  const value = "x".repeat(MEGABYTES * 1_000_000);
  await db.insertInto("settings").values({ key, value, updated_at: "2026-01-01" }).execute();
}

it("leaves the log to others for as long as one of those who asked for it works", async () => {
  const config = { kind: "sqlite", file: join(folder, "desk.sqlite") } as const;
  const sizeMb = () => statSync(config.file).size / 1_000_000;
  const desk = await openDatabase(config);
  const bulk = connectInThread(config);
  open.push(desk, bulk);
  const [first, second] = [await leaveCheckpoints(desk), await leaveCheckpoints(desk)];
  await write(desk, "a");
  await first();
  await write(desk, "b");
  expect(sizeMb()).toBeLessThan(1);
  await moveLogIntoFile(bulk);
  expect(sizeMb()).toBeGreaterThan(2 * MEGABYTES);
  await second();
  await write(desk, "c");
  expect(sizeMb()).toBeGreaterThan(3 * MEGABYTES);
});
