import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export type TestPostgres = { readonly url: string; stop(): Promise<void> };

const script = fileURLToPath(new URL("./postgres-for-tests-server.ts", import.meta.url));
const alias = fileURLToPath(new URL("../../cli/alias.mjs", import.meta.url));

/** A real PostgreSQL for one test run: `TEST_DATABASE_URL`, or the one inside the npm package. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => Promise.resolve() };
  const child = spawn(process.execPath, ["--import", alias, script], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the test PostgreSQL ended with ${code} while starting`)));
    child.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
  });
  return {
    url,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
