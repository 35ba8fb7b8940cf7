import { parseArgs } from "node:util";
import { API_VERSIONS } from "./cloudblue/records";
import { type Sandbox, startSandbox, type SandboxOptions } from "./start-sandbox";

const parent = process.ppid;

const usage = `Usage: npm run sandbox -- [options]

  --port 4700            where to listen on the loopback address; 0 = any free port
  --products NUMBER      products of CloudBlue; IBM gets a fifth as many, at most 20000
  --ibm-products NUMBER  products of IBM
  --seed NUMBER          the same seed gives the same products
  --api-version VERSION  of CloudBlue: ${API_VERSIONS.join(", ")}
  --token-seconds NUMBER how long a CloudBlue login counts
  --help                 this text
`;

const text = { type: "string" } as const;
const options = {
  port: { ...text, default: "4700" },
  products: text,
  "ibm-products": text,
  seed: text,
  "api-version": text,
  "token-seconds": text,
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** What the person who typed the command should read. */
class WrongArguments extends Error {
  override readonly name = "WrongArguments";
}

function readValues(): Values {
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    // The library explains wrong words to people, in sentences.
    if (cause instanceof TypeError) throw new WrongArguments(cause.message, { cause });
    throw cause;
  }
}

function readOptions(values: Values): SandboxOptions {
  const whole = (name: Exclude<keyof Values, "help">): number | undefined => {
    const written = values[name];
    if (written === undefined) return undefined;
    if (!/^\d{1,9}$/.test(written)) throw new WrongArguments(`--${name} must be a whole number, not "${written}".`);
    return Number.parseInt(written, 10);
  };
  const apiVersion = API_VERSIONS.find((version) => version === values["api-version"]);
  if (values["api-version"] !== undefined && apiVersion === undefined) {
    throw new WrongArguments(`--api-version must be one of ${API_VERSIONS.join(", ")}.`);
  }
  const port = whole("port");
  if (port !== undefined && port > 65_535) throw new WrongArguments("--port must not be above 65535.");
  const entries = Object.entries({
    port,
    products: whole("products"),
    ibmProducts: whole("ibm-products"),
    seed: whole("seed"),
    tokenSeconds: whole("token-seconds"),
    apiVersion,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Ends the process where there is nothing to start. */
async function start(): Promise<Sandbox> {
  try {
    const values = readValues();
    if (values.help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    return await startSandbox(readOptions(values));
  } catch (error) {
    const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!inUse && !(error instanceof WrongArguments)) throw error;
    const sentence = inUse
      ? "The port is in use. Choose another one, or --port 0 for any that is free."
      : error.message;
    process.stderr.write(`${sentence}\n\n${usage}`);
    process.exit(2);
  }
}

const sandbox = await start();
const { cloudblue, ibm } = sandbox.settings;
const lines = [
  `CLOUDBLUE_BASE_URL=${cloudblue.baseUrl}`,
  `CLOUDBLUE_USERNAME=${cloudblue.username}`,
  `CLOUDBLUE_PASSWORD=${cloudblue.password}`,
  `CLOUDBLUE_SUBSCRIPTION_KEY=${cloudblue.subscriptionKey}`,
  `CLOUDBLUE_MARKETPLACE=${cloudblue.marketplace}`,
  `IBM_BASE_URL=${ibm.baseUrl}`,
  `IBM_CLIENT_ID=${ibm.clientId}`,
  `IBM_CLIENT_SECRET=${ibm.clientSecret}`,
];
const counts = `${sandbox.catalog.cloudblue.size()} CloudBlue and ${sandbox.catalog.ibm.size()} IBM products`;
process.stdout.write(
  `# Sandbox vendors on port ${sandbox.port}: ${counts}. Made-up credentials:\n${lines.join("\n")}\n`,
);

async function stop(): Promise<void> {
  await sandbox.close();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());

// The shell between npm and us passes no signal on: when it is gone, we were meant.
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => process.ppid === parent || void stop(), 250).unref();
}
