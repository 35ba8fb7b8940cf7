import { sealData, unsealData } from "iron-session";
import { env } from "@/lib/server/env";
import { processState } from "@/lib/server/process-state";
import { ABSOLUTE_MS } from "@/lib/server/accounts/sessions";

type Sealed = { readonly sid?: string; readonly device?: string };

const SEAL_LENGTH_MAX = 1024;

const secure = () => env().publicUrl.startsWith("https:");

/** Browsers keep a `__Host-` cookie to the very host that set it, but only over https. */
export const cookieName = (): string => (secure() ? "__Host-desk" : "desk");

/** iron-session numbers its keys: the highest seals, all unseal, so that secrets can be rotated. */
function keyring(): Record<string, string> {
  const secrets = env().sessionSecrets;
  return Object.fromEntries(secrets.map((secret, index) => [`${secrets.length - index}`, secret]));
}

export function sealSession(sid: string): Promise<string> {
  return sealData({ sid }, { password: keyring(), ttl: ABSOLUTE_MS / 1000 });
}

const REMEMBERED_SEALS = 5_000;

/** The session id in a cookie, or null for anything that we did not seal. */
export async function unsealSession(seal: string): Promise<string | null> {
  const known = processState("unsealed", () => new Map<string, string>());
  const remembered = known.get(seal);
  if (remembered !== undefined) return remembered;
  if (seal.length > SEAL_LENGTH_MAX) return null;
  try {
    const { sid } = await unsealData<Sealed>(seal, { password: keyring(), ttl: ABSOLUTE_MS / 1000 });
    if (typeof sid !== "string") return null;
    if (known.size >= REMEMBERED_SEALS) known.clear();
    known.set(seal, sid);
    return sid;
  } catch {
    // A damaged or foreign seal is the same as none: its owner is signed out and can sign in again.
    return null;
  }
}

export function sessionCookie(seal: string): string {
  return cookieLine(cookieName(), seal, ABSOLUTE_MS / 1000);
}

export function clearedSessionCookie(): string {
  return cookieLine(cookieName(), "", 0);
}

const DEVICE_SECONDS = 180 * 24 * 3600;
const deviceName = (): string => `${cookieName()}-device`;

/** Remembers which account signed in from this browser. It opens nothing: it only keeps strangers from locking it out. */
export async function deviceCookie(account: string): Promise<string> {
  const seal = await sealData({ device: account }, { password: keyring(), ttl: DEVICE_SECONDS });
  return cookieLine(deviceName(), seal, DEVICE_SECONDS);
}

/** The account that signed in before from the browser that sends this, or null. */
export async function knownDeviceOf(headers: Headers): Promise<string | null> {
  const seal = cookieOf(headers, deviceName());
  if (!seal || seal.length > SEAL_LENGTH_MAX) return null;
  try {
    const { device } = await unsealData<Sealed>(seal, { password: keyring(), ttl: DEVICE_SECONDS });
    return typeof device === "string" ? device : null;
  } catch {
    // A damaged or foreign seal names no device.
    return null;
  }
}

export function cookieOf(headers: Headers, name: string): string | null {
  const prefix = `${name}=`;
  const cookie = headers
    .get("cookie")
    ?.split(/;\s*/)
    .find((part) => part.startsWith(prefix));
  return cookie ? cookie.slice(prefix.length) : null;
}

function cookieLine(name: string, value: string, seconds: number): string {
  const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${seconds}`, ...(secure() ? ["Secure"] : [])];
  return `${name}=${value}; ${attributes.join("; ")}`;
}
