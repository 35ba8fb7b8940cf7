import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, inject } from "vitest";
import { type Database, type DatabaseConfig, openDatabase } from "@/lib/server/store/database";
import { newId } from "@/lib/server/new-id";

export type TestStore = {
  /** Opens the same store once more, as a second process would. */
  readonly reopen: () => Promise<Database>;
  readonly config: DatabaseConfig;
};

type OpenStore = () => Promise<Database & { readonly testStore: TestStore }>;

/** Runs the block on both stores; `open()` gives a fresh, migrated one that is put away after the test. */
export function eachStore(name: string, body: (open: OpenStore, kind: DatabaseConfig["kind"]) => void): void {
  for (const kind of ["sqlite", "postgres"] as const) {
    describe(`${name} (${kind})`, () => {
      const leftovers: (() => Promise<void>)[] = [];
      afterEach(async () => {
        for (const putAway of leftovers.splice(0).toReversed()) await putAway();
      });
      body(async () => {
        const { config, remove } = await freshStore(kind);
        leftovers.push(remove);
        const reopen = async () => {
          const db = await openDatabase(config);
          leftovers.push(() => db.destroy());
          return db;
        };
        return Object.assign(await reopen(), { testStore: { reopen, config } });
      }, kind);
    });
  }
}

async function freshStore(kind: DatabaseConfig["kind"]) {
  if (kind === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "desk-store-"));
    const remove = () => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
    return { config: { kind, file: join(folder, "desk.sqlite") } as const, remove };
  }
  const serverUrl = inject("postgresUrl");
  const name = `desk_${newId().replaceAll("-", "")}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    config: { kind, url: url.href } as const,
    remove: () => onServer(serverUrl, `drop database ${name} with (force)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
