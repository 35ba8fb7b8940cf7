import type { Sandbox } from "./start-sandbox";

export type Answer = { status: number; headers: Headers; body: unknown; text: string };

type CallInit = Omit<RequestInit, "headers"> & { headers?: Readonly<Record<string, string>> };

/** Speaks HTTP to a sandbox as a client of each vendor would. */
export function createCaller(sandbox: Sandbox) {
  const { cloudblue, ibm } = sandbox.settings;
  let token: string | undefined;

  const signIn = async (): Promise<string> => {
    const answer = await call(`${cloudblue.baseUrl}/token`, {
      method: "POST",
      headers: { ...keyHeader, authorization: basic(cloudblue.username, cloudblue.password) },
      body: JSON.stringify({ marketplace: cloudblue.marketplace }),
    });
    token = String(field(answer.body, "token"));
    return token;
  };
  const keyHeader = { "x-subscription-key": cloudblue.subscriptionKey };
  const ibmHeaders = { "x-ibm-client-id": ibm.clientId, "x-ibm-client-secret": ibm.clientSecret };

  return {
    signIn,
    cloudblue: async (path: string, init: CallInit = {}) => {
      const authorization = `Bearer ${token ?? (await signIn())}`;
      return call(`${cloudblue.baseUrl}${path}`, {
        ...init,
        headers: { ...keyHeader, authorization, ...init.headers },
      });
    },
    ibm: (path: string, init: CallInit = {}) =>
      call(`${ibm.baseUrl}/v2${path}`, { ...init, headers: { ...ibmHeaders, ...init.headers } }),
    control: (method: string, path: string, body?: unknown) =>
      call(`http://127.0.0.1:${sandbox.port}/sandbox${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      }),
  };
}

export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text), text };
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

/** Follows names and positions into an answer; a wrong path is a failed test, not an undefined. */
export function field(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (typeof at !== "object" || at === null || !(step in at)) throw new Error(`No ${step} in ${JSON.stringify(at)}`);
    return Reflect.get(at, step);
  }, value);
}

export function rows(answer: Answer): unknown[] {
  const data = field(answer.body, "data");
  if (!Array.isArray(data)) throw new Error(`No list in ${answer.text.slice(0, 200)}`);
  return data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
