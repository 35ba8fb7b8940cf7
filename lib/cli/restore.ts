import "@/lib/cli/preflight";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { settingsOrExit } from "@/lib/cli/serve";
import { makeFolder } from "@/lib/server/make-folder";
import { databaseFile } from "@/lib/server/store/database";

const [source] = process.argv.slice(2);
const settings = settingsOrExit();
if (!source) fail("Name the file to restore: npm run restore -- FILE");
if (settings.databaseUrl) fail("The data is in PostgreSQL: restore it with pg_restore.");
if (!existsSync(source)) fail("There is no such file.");
if (!isWhole(source)) fail("The file is not a whole backup; the present data was not touched.");

const file = databaseFile(settings.dataDir);
if (existsSync(file) && isInUse(file)) fail("The desk is running on this data. Stop it first.");
makeFolder(dirname(file));
const partial = `${file}.part`;
copyFileSync(source, partial);
chmodSync(partial, 0o600);
if (existsSync(file)) {
  const kept = `${file}.before-restore`;
  renameSync(file, kept);
  process.stdout.write("The data that was here is kept beside it, ending in .before-restore\n");
}
for (const rest of ["-wal", "-shm"]) rmSync(file + rest, { force: true });
renameSync(partial, file);
process.stdout.write(`restored ${source}\n`);

function isWhole(path: string): boolean {
  try {
    if (isCut(path)) return false;
    const db = new DatabaseSync(path, { readOnly: true });
    const [row] = db.prepare("PRAGMA integrity_check").all();
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE name = 'kysely_migration'").all();
    db.close();
    return Object.values(row ?? {})[0] === "ok" && tables.length === 1;
  } catch {
    return false;
  }
}

/** SQLite forgives missing last pages that hold nothing yet; the header says how long the file was (SQLite format, 1.3). */
function isCut(path: string): boolean {
  const header = Buffer.alloc(100);
  const file = openSync(path, "r");
  const read = readSync(file, header);
  closeSync(file);
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return read < header.length || statSync(path).size !== pageSize * header.readUInt32BE(28);
}

function isInUse(path: string): boolean {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    return false;
  } catch {
    return true;
  } finally {
    db.close();
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
