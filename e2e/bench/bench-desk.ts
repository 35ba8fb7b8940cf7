import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endedSync } from "@/e2e/bench/sync-figures";
import { clientWith, signedInCookie } from "@/e2e/harness/api-client";
import { type Desk, startDesk } from "@/e2e/harness/desk";

const admin = { ADMIN_EMAIL: "bench@desk.example", ADMIN_PASSWORD: "bench-password" };

export const cloudBlueOnly = (variables: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith("IBM_")));

/** A desk without any data, on an empty folder that is gone afterwards. */
export async function withDesk<T>(
  variables: Readonly<Record<string, string>>,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "desk-bench-"));
  const own = { DATA_DIR: dataDir, SYNC_INTERVAL_SECONDS: "0", LOG_LEVEL: "warn" };
  let desk: Desk | null = null;
  try {
    desk = await startDesk({ ...variables, ...admin, ...own }, { waitFor: "health" });
    return await work(desk);
  } finally {
    await desk?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export const signIn = (desk: Desk) => signedInCookie(desk.url, admin.ADMIN_EMAIL, admin.ADMIN_PASSWORD);

/** A desk begins its first sync by itself, as soon as it has started. */
export async function firstSync(desk: Desk, vendor: string) {
  return endedSync(clientWith(desk.url, await signIn(desk)), vendor, "");
}

export async function untilReady(desk: Desk): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`${desk.url}/api/ready`).catch(() => null);
    if (answer?.ok) return performance.now() - began;
    if (performance.now() - began > 300_000) throw new Error("the desk did not become ready");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
