import "@/lib/cli/preflight";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { settingsOrExit } from "@/lib/cli/serve";
import { databaseFile } from "@/lib/server/store/database";

const [target] = process.argv.slice(2);
const settings = settingsOrExit();
if (!target) fail("Name the file to write: npm run backup -- FILE");
if (settings.databaseUrl) fail("The data is in PostgreSQL: back it up with pg_dump.");
const file = databaseFile(settings.dataDir);
if (!existsSync(file)) fail("There is no embedded database in DATA_DIR yet.");

const partial = `${target}.part`;
rmSync(partial, { force: true });
// Made empty first, so that at no moment others on this machine may read it.
writeFileSync(partial, "", { mode: 0o600 });
const source = new DatabaseSync(file, { readOnly: true });
await backup(source, partial);
source.close();
const copy = new DatabaseSync(partial);
// Sessions are no one's business but this running server's: a restored copy starts signed out.
copy.exec("DELETE FROM sessions");
const [check] = copy.prepare("PRAGMA integrity_check").all();
copy.exec("PRAGMA journal_mode = DELETE");
copy.close();
if (Object.values(check ?? {})[0] !== "ok") fail("The copy is damaged; nothing was written.");
renameSync(partial, target ?? "");
process.stdout.write(`backed up to ${target}\n`);

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
