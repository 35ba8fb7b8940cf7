import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

type Started = { readonly child: ChildProcess; readonly port: string };

async function start(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  running.add(child);
  let printed = "";
  for await (const chunk of child.stdout) {
    printed += chunk;
    if (printed.includes("IBM_CLIENT_SECRET=")) break;
  }
  const port = /on port (\d+)/.exec(printed)?.[1] ?? "";
  expect(port).not.toBe("");
  return { child, port };
}

const node = process.execPath;
const args = ["--import", "./lib/cli/alias.mjs", "lib/sandbox/main.ts", "--port", "0"];

/** Resolves when nobody listens there any more. */
async function untilRefused(port: string): Promise<void> {
  while (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) continue;
}

describe("the sandbox on its own", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("ends on %s, whatever is still under way", async (signal) => {
    const { child, port } = await start(node, args);
    const origin = `http://127.0.0.1:${port}`;
    const hang = { method: "POST", headers: { "content-type": "application/json" }, body: '{"kind":"hang"}' };
    expect((await fetch(`${origin}/sandbox/faults`, hang)).ok).toBe(true);
    const cutOff = fetch(`${origin}/ibm/marketplace/run/v2/catalog/locales`).catch(() => "cut off");
    await fetch(`${origin}/sandbox/requests`);
    const began = performance.now();
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await cutOff).toBe("cut off");
  });

  const run = promisify(execFile);
  const printed = (wrong: readonly string[]) =>
    run(node, ["--import", "./lib/cli/alias.mjs", "lib/sandbox/main.ts", ...wrong], { cwd: root }).then(
      ({ stdout }) => ({ code: 0, stderr: "", stdout }),
      (error: { code: number; stderr: string; stdout: string }) => error,
    );

  test.each([
    [["--ports", "4700"], "Unknown option '--ports'"],
    [["4700"], "Unexpected argument '4700'"],
    [["--products", "many"], '--products must be a whole number, not "many".'],
    [["--port", "70000"], "--port must not be above 65535."],
    [["--api-version", "2"], "--api-version must be one of 1.4, 1.6, 1.15."],
  ])("explains itself where %j makes no sense", async (wrong, sentence) => {
    const { code, stderr, stdout } = await printed(wrong);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain("Usage: npm run sandbox -- [options]");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("says where its port is taken, and tells how it is used where asked", async () => {
    const { port } = await start(node, args);
    const taken = await printed(["--port", port]);
    expect(taken.code).toBe(2);
    expect(taken.stderr).toMatch(/^The port is in use\. /);
    expect(await printed(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("--ibm-products") });
  });

  test("ends when npm is stopped, whose shell keeps the signal to itself", async () => {
    const quoted = args.map((arg) => `'${arg}'`).join(" ");
    const { child, port } = await start("sh", ["-c", `"${node}" ${quoted}; true`], { npm_lifecycle_event: "sandbox" });
    child.kill("SIGTERM");
    await untilRefused(port);
  });
});
