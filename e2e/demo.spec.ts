import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { projectRoot } from "@/lib/cli/build-app";
import { freePort } from "@/lib/server/store/postgres-for-tests";

test("the demo command leads to a working sign-in with what it printed, and starts again within 5 seconds", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "desk-demo-"));
  try {
    const first = await startDemo(port, dataDir);
    const account = /(seller@\S+)\s+(\S+)/.exec(first.printed());
    await page.goto(/ready at (\S+)/.exec(first.printed())?.[1] ?? "");
    await expect(page.getByText("Demo data").first()).toBeVisible();
    await page
      .getByRole("button", { name: /^Demo seller$|^Demo seller(?! without)/ })
      .first()
      .click();
    await expect(page.getByLabel("Mail address")).toHaveValue(account?.[1] ?? "");
    await expect(page.getByLabel("Password")).toHaveValue(account?.[2] ?? "");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("navigation", { name: "Areas" })).toBeVisible();
    await page.goto(`http://localhost:${port}/catalog?vendor=ibm`);
    await expect(page.getByText(/^\d+ of \d+ products$/)).toBeVisible();
    await expect(page.getByText("estimated").first()).toBeVisible();
    // A card has no cost beside its margin: the margin says itself what it rests on.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByTitle("from an estimated cost").first()).toBeVisible();
    await first.stop();

    const again = await startDemo(port, dataDir);
    expect(again.tookMs).toBeLessThan(15_000);
    await again.stop();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function startDemo(port: number, dataDir: string) {
  const began = performance.now();
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", PORT: `${port}`, DATA_DIR: dataDir };
  const args = ["--import", "./lib/cli/alias.mjs", "lib/cli/demo.ts"];
  const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += String(chunk)));
  child.stderr.on("data", (chunk) => (printed += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await expect.poll(() => printed, { timeout: 90_000 }).toContain("Stop it with Ctrl-C");
  return {
    tookMs: performance.now() - began,
    printed: () => printed,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
