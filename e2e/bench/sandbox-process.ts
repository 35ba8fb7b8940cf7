import { spawn } from "node:child_process";
import { projectRoot } from "@/lib/cli/build-app";
import { freePort } from "@/lib/server/store/postgres-for-tests";

type Variables = Readonly<Record<string, string>>;

/** The sandbox vendors as a process of their own, as real vendors would be. */
export type SandboxProcess = {
  readonly variables: Variables;
  /** Gives products of CloudBlue another price. */
  reprice(partNumbers: readonly string[], amount: string): Promise<void>;
  stop(): Promise<void>;
};

export async function startSandboxProcess(products: number, ibmProducts: number): Promise<SandboxProcess> {
  const port = await freePort();
  const options = ["--port", `${port}`, "--products", `${products}`, "--ibm-products", `${ibmProducts}`];
  const args = ["--import", "./lib/cli/alias.mjs", "lib/sandbox/main.ts", ...options];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
  const variables: Record<string, string> = {};
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the sandbox ended with ${code}`)));
    child.stdout.on("data", (chunk) => {
      for (const [, name = "", value = ""] of String(chunk).matchAll(/^\s*(?:export )?([A-Z_]+)=(\S+)$/gm))
        variables[name] = value;
      if (variables.IBM_CLIENT_SECRET && variables.CLOUDBLUE_MARKETPLACE) resolve();
    });
  });
  return {
    variables,
    reprice: async (partNumbers, amount) => {
      for (const mpn of partNumbers) {
        const answer = await fetch(`http://127.0.0.1:${port}/sandbox/catalog`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ vendor: "cloudblue", action: "price", mpn, amount }),
        });
        if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
      }
    },
    stop: () =>
      new Promise<void>((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

const CLOUDBLUE_PAGE = 500;
const IBM_PAGE = 100;

/** The peer of a sync: the same pages fetched and parsed one after another, with no work on them. In milliseconds. */
export async function downloadCloudBlue(variables: Variables): Promise<number> {
  const { CLOUDBLUE_BASE_URL = "", CLOUDBLUE_USERNAME, CLOUDBLUE_PASSWORD, CLOUDBLUE_MARKETPLACE } = variables;
  const key = { "x-subscription-key": variables.CLOUDBLUE_SUBSCRIPTION_KEY ?? "" };
  const login = Buffer.from(`${CLOUDBLUE_USERNAME}:${CLOUDBLUE_PASSWORD}`).toString("base64");
  const began = performance.now();
  const answer = await fetch(`${CLOUDBLUE_BASE_URL}/token`, {
    method: "POST",
    headers: { ...key, authorization: `Basic ${login}`, "content-type": "application/json" },
    body: JSON.stringify({ marketplace: CLOUDBLUE_MARKETPLACE }),
  });
  const { token } = (await answer.json()) as { token: string };
  const headers = { ...key, authorization: `Bearer ${token}` };
  for (let offset = 0; ; offset += CLOUDBLUE_PAGE) {
    const address = `${CLOUDBLUE_BASE_URL}/products?offset=${offset}&limit=${CLOUDBLUE_PAGE}`;
    const page = (await fetchJson(address, headers)) as { data: unknown[]; pagination: { total: number } };
    if (page.data.length === 0 || offset + page.data.length >= page.pagination.total) break;
  }
  return performance.now() - began;
}

export async function downloadIbm(variables: Variables): Promise<number> {
  const { IBM_BASE_URL = "", IBM_CLIENT_ID = "", IBM_CLIENT_SECRET = "" } = variables;
  const headers = { "x-ibm-client-id": IBM_CLIENT_ID, "x-ibm-client-secret": IBM_CLIENT_SECRET };
  const began = performance.now();
  for (let page = 1; ; page += 1) {
    const address = `${IBM_BASE_URL}/v2/catalog/reseller/products?locale=en-us&page=${page}&pageSize=${IBM_PAGE}`;
    const { data } = (await fetchJson(address, headers)) as { data: unknown[] };
    if (data.length < IBM_PAGE) break;
  }
  return performance.now() - began;
}

async function fetchJson(address: string, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(address, { headers });
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
  return JSON.parse(await answer.text());
}
