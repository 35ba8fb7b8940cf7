import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureMemory } from "@/e2e/bench/memory-figures";
import { startSandboxProcess } from "@/e2e/bench/sandbox-process";
import { signedInCookie } from "@/e2e/harness/api-client";
import buildOnce from "@/e2e/harness/build-once";
import { startDesk } from "@/e2e/harness/desk";

const HOUR_MS = 3_600_000;
const admin = { ADMIN_EMAIL: "soak@desk.example", ADMIN_PASSWORD: "soak-password" };

/** An hour of mixed work and syncs on the full catalogs. False where memory is not what it should be. */
export async function soakMemory(): Promise<boolean> {
  buildOnce();
  const sandbox = await startSandboxProcess(100_000, 20_000);
  const dataDir = mkdtempSync(join(tmpdir(), "desk-soak-"));
  const own = { DATA_DIR: dataDir, SYNC_INTERVAL_SECONDS: "0", LOG_LEVEL: "warn" };
  const desk = await startDesk({ ...sandbox.variables, ...admin, ...own });
  try {
    const cookie = await signedInCookie(desk.url, admin.ADMIN_EMAIL, admin.ADMIN_PASSWORD);
    const row = await measureMemory(desk, sandbox, cookie, HOUR_MS);
    process.stdout.write(`${row.what}: ${row.ours} (bar ${row.bar}); ${row.note ?? ""}\n`);
    return row.met === true;
  } finally {
    await desk.stop();
    await sandbox.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
