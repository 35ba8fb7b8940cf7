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
    // Tests start threads that read TypeScript, which Node does in WebAssembly. Several threads of one process may not
    // improve their calls out of it at the same time: V8 then frees one piece of code twice, and the process is gone.
    execArgv: ["--wasm-wrapper-tiering-budget=2000000000"],
    // Left to itself, Vitest keeps one core free, and many of the tests wait for timers and other processes.
    maxWorkers: "100%",
    globalSetup: ["lib/server/store/vitest-postgres.ts"],
  },
});
