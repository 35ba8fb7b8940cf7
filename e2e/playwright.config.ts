import { defineConfig } from "@playwright/test";
import { chromiumPath } from "@/e2e/harness/chromium";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  globalSetup: "./harness/build-once.ts",
  outputDir: "./test-results",
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A journey that fails and then passes is listed as flaky, with the trace of its failure.
  retries: 1,
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: await chromiumPath(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
    screenshot: "only-on-failure",
    // What was done, asked and answered; pictures and copies of every page would take more than half of the run.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
  },
});
