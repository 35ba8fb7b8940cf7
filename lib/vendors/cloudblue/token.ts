import type { VendorHttp } from "@/lib/vendors/http";
import { type CloudBlueSettings } from "@/lib/vendors/cloudblue/settings";
import { TokenSchema } from "@/lib/vendors/cloudblue/schemas";
import type { VendorError } from "@/lib/vendors/errors";
import { vendorError } from "@/lib/vendors/transport/failure";

/** How data calls get their bearer token; tenants with an OpenID login replace only this part. */
export type TokenProvider = {
  readonly get: (signal: AbortSignal) => Promise<string>;
  /** The vendor refused this token: the next `get` logs in, unless somebody already did. */
  readonly drop: (token: string) => void;
  /** The next `get` logs in, whatever the present token is worth. */
  readonly forget: () => void;
  readonly expiresAt: () => string | null;
};

type Held = { readonly token: string; readonly renewAtMs: number; readonly expiresAt: string };

const lifeDefaultSeconds = 300;
/** What is said to live longer is renewed daily all the same. */
const lifeMaxSeconds = 86_400;
const renewEarlyMs = 60_000;
const renewShare = 0.8;

/** `POST {base}/token` with Basic, subscription key and marketplace; one login serves all who ask at the same time. */
export function createTokenProvider(http: VendorHttp, settings: CloudBlueSettings): TokenProvider {
  let held: Held | null = null;
  let login: Promise<Held> | null = null;

  const logIn = async (): Promise<Held> => {
    const startedMs = http.clock.monotonicMs();
    const { data } = await http.request({
      operation: "log in",
      path: ["token"],
      method: "POST",
      repeatable: true,
      headers: { authorization: basic(settings), "x-subscription-key": settings.subscriptionKey },
      body: { marketplace: settings.marketplace },
      schema: TokenSchema,
      // Shared by all callers, so no single one of them may cancel it; its time is limited all the same.
      signal: new AbortController().signal,
    });
    http.redact.learn(data.token);
    const lifeMs = Math.min(data.expiresInSeconds ?? lifeDefaultSeconds, lifeMaxSeconds) * 1000;
    const usableMs = Math.min(lifeMs * renewShare, Math.max(lifeMs - renewEarlyMs, lifeMs / 2));
    const expiresAt = new Date(http.clock.now() + lifeMs).toISOString();
    return { token: data.token, renewAtMs: startedMs + usableMs, expiresAt };
  };

  const shared = () => {
    login ??= logIn()
      .then((fresh) => {
        held = fresh;
        return fresh;
      })
      .finally(() => {
        login = null;
      });
    return login;
  };

  return {
    get: async (signal) => {
      if (held !== null && http.clock.monotonicMs() < held.renewAtMs) return held.token;
      return (await unlessAborted(shared(), signal)).token;
    },
    drop: (token) => {
      if (held?.token === token) held = null;
    },
    forget: () => {
      held = null;
    },
    expiresAt: () => held?.expiresAt ?? null,
  };
}

function basic(settings: CloudBlueSettings): string {
  return `Basic ${Buffer.from(`${settings.username}:${settings.password}`, "utf8").toString("base64")}`;
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const onAbort = () => reject(cancelled());
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  return promise;
}

function cancelled(): VendorError {
  const names = { vendor: "cloudblue", label: "Ingram Micro" };
  return vendorError(names, "log in", "cancelled", "The login at Ingram Micro was cancelled.");
}
