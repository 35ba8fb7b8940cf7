import { parseArgs } from "node:util";
import { API_VERSIONS } from "./cloudblue/records";
import { startSandbox, type SandboxOptions } from "./start-sandbox";

const parent = process.ppid;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4700" },
    products: { type: "string" },
    "ibm-products": { type: "string" },
    seed: { type: "string" },
    "api-version": { type: "string" },
    "token-seconds": { type: "string" },
  },
});

function whole(name: keyof typeof values): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number`);
  return Number.parseInt(text, 10);
}

function readOptions(): SandboxOptions {
  const apiVersion = API_VERSIONS.find((version) => version === values["api-version"]);
  if (values["api-version"] !== undefined && apiVersion === undefined) {
    throw new Error(`--api-version must be one of ${API_VERSIONS.join(", ")}`);
  }
  const entries = Object.entries({
    port: whole("port"),
    products: whole("products"),
    ibmProducts: whole("ibm-products"),
    seed: whole("seed"),
    tokenSeconds: whole("token-seconds"),
    apiVersion,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const sandbox = await startSandbox(readOptions());
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
