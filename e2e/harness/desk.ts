import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@/lib/cli/build-app";
import type { Role } from "@/lib/contracts/session";
import type { startSandbox } from "@/lib/sandbox/start-sandbox";
import { freePort } from "@/lib/server/store/postgres-for-tests";

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** A running desk: the built app as its own process, on its own port and data. */
export type Desk = {
  readonly url: string;
  readonly dataDir: string;
  /** Everything the process printed. */
  output(): string;
  /** Of the process that runs now. */
  pid(): number;
  /** False once the process ended. */
  isAlive(): boolean;
  stop(): Promise<void>;
  /** Ends it without a chance to tidy up. */
  kill(): Promise<void>;
  /** Starts the ended process again on the same port and data. */
  restart(): Promise<void>;
  runUserCommand(args: readonly string[], input?: string): Promise<{ code: number | null; output: string }>;
};

export const passwordOf = (role: Role): string => `test-password-${role}`;
export const emailOf = (role: Role): string => `${role}@desk.example`;

/** The variables that point a desk at a sandbox. */
export function vendorVariables(sandbox: Sandbox): Record<string, string> {
  const { cloudblue, ibm } = sandbox.settings;
  return {
    CLOUDBLUE_BASE_URL: cloudblue.baseUrl,
    CLOUDBLUE_USERNAME: cloudblue.username,
    CLOUDBLUE_PASSWORD: cloudblue.password,
    CLOUDBLUE_SUBSCRIPTION_KEY: cloudblue.subscriptionKey,
    CLOUDBLUE_MARKETPLACE: cloudblue.marketplace,
    IBM_BASE_URL: ibm.baseUrl,
    IBM_CLIENT_ID: ibm.clientId,
    IBM_CLIENT_SECRET: ibm.clientSecret,
  };
}

let touches = 0;

/** Changes one IBM product, so that the next answer is a whole one: an unchanged list is answered without a body. */
export function touchIbm(sandbox: Sandbox): void {
  touches += 1;
  sandbox.catalog.ibm.update("00000000af720c3cb27210f5b1720f62", { lastModified: 1_507_661_029 + touches });
}

/** Starts the built app and waits until it is ready (or only up, with `waitFor: "health"`). */
export async function startDesk(
  variables: Readonly<Record<string, string>> = {},
  { waitFor = "ready" }: { readonly waitFor?: "ready" | "health" } = {},
): Promise<Desk> {
  const port = await freePort();
  const dataDir = variables.DATA_DIR ?? mkdtempSync(join(tmpdir(), "desk-e2e-"));
  const env = {
    ...cleanEnvironment(),
    ...startCommand().variables,
    LOG_LEVEL: "info",
    DATA_DIR: dataDir,
    PORT: `${port}`,
    ...variables,
  };
  const url = `http://localhost:${port}`;
  let printed = "";
  let child: ChildProcess;

  const launch = async () => {
    child = runScript("lib/cli/start.ts", [], env, startCommand().flags);
    child.stdout?.on("data", (chunk) => (printed += String(chunk)));
    child.stderr?.on("data", (chunk) => (printed += String(chunk)));
    await untilAnswering(`http://127.0.0.1:${port}/api/${waitFor}`, child, () => printed);
  };
  await launch();

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };

  return {
    url,
    dataDir,
    output: () => printed,
    pid: () => child.pid ?? 0,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      await end("SIGTERM");
      if (!variables.DATA_DIR) rmSync(dataDir, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
    restart: launch,
    runUserCommand: (args, input = "") => runToEnd("lib/cli/user.ts", args, env, input),
  };
}

/** One account of each role, made by the command an administrator would use. */
export async function addTestUsers(desk: Desk, roles: readonly Role[]): Promise<void> {
  for (const role of roles) {
    const args = ["add", emailOf(role), "--role", role, "--name", `Test ${role}`, "--password-stdin"];
    const { code, output } = await desk.runUserCommand(args, passwordOf(role));
    if (code !== 0) throw new Error(`no account was made: ${output}`);
  }
}

export function runToEnd(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = "",
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = runScript(script, args, { ...cleanEnvironment(), ...env });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += String(chunk)));
    child.stderr?.on("data", (chunk) => (output += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
    child.stdin?.end(input);
  });
}

function runScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): ChildProcess {
  const command = [...flags, "--import", "./lib/cli/alias.mjs", script, ...args];
  return spawn(process.execPath, command, { cwd: projectRoot, env, stdio: ["pipe", "pipe", "pipe"] });
}

const ours =
  /^(PORT|HOST|PUBLIC_URL|DATABASE_URL|DATA_DIR|SESSION_SECRET|ADMIN_|CLOUDBLUE_|IBM_|CATALOG_|SYNC_|VENDOR_|LOG_LEVEL|NODE_ENV)/;

/** What `npm start` sets before Node begins, and the flags it gives it. */
export function startCommand(): { variables: Record<string, string>; flags: string[] } {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  const [before = "", after = ""] = scripts.start.split(/ node | --import /);
  const variables = [...before.matchAll(/(\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value] as const);
  return { variables: Object.fromEntries(variables), flags: after.split(" ").filter((word) => word.startsWith("--")) };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(entries), NODE_ENV: "production" };
}

const START_MS = 60_000;
const POLL_MS = 50;

async function untilAnswering(address: string, child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The desk ended while starting:\n${printed()}`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`The desk was not ready in ${START_MS} ms:\n${printed()}`);
}
