import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: "server-only", replacement: fileURLToPath(new URL("cli/server-only-stand-in.ts", import.meta.url)) },
    ],
  },
  test: {
    include: ["lib/**/*.test.ts", "app/**/*.test.ts", "components/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // Left to itself, Vitest keeps one core free, and many of the tests wait for timers and other processes.
    maxWorkers: "100%",
    globalSetup: ["lib/server/store/vitest-postgres.ts"],
  },
});
