import { sealData, unsealData } from "iron-session";
import { env } from "@/lib/server/env";
import { processState } from "@/lib/server/process-state";
import { ABSOLUTE_MS } from "@/lib/server/accounts/sessions";

type Sealed = { readonly sid?: string; readonly device?: string };

const SEAL_LENGTH_MAX = 1024;

const secure = () => env().publicUrl.startsWith("https:");

/** Browsers keep a `__Host-` cookie to the very host that set it, but only over https. */
export const cookieName = (): string => (secure() ? "__Host-desk" : "desk");

/** A seal with nothing behind it: the number of its key, what that key signed, the signature, then iron-session's own mark. */
const SEAL = /^Fe26\.2\*(\d{1,4})\*[\w*-]+\*([\w-]+)~2$/;

/** The last letter of a signature has bits that mean nothing; only one way to write them is ours. */
const isAsWritten = (signature: string) => Buffer.from(signature, "base64url").toString("base64url") === signature;

const newestKey = (): Record<string, string> => ({ 1: env().sessionSecrets[0] ?? "" });

/** Every secret is tried under the key's number in the seal, so a secret may be added or dropped at either end. */
async function unsealed(seal: string, ttl: number): Promise<Sealed> {
  const [, number, signature] = (seal.length > SEAL_LENGTH_MAX ? null : SEAL.exec(seal)) ?? [];
  if (number === undefined || signature === undefined || !isAsWritten(signature)) return {};
  for (const secret of env().sessionSecrets) {
    const found = await unsealData<Sealed>(seal, { password: { [number]: secret }, ttl }).catch(none);
    if (found.sid !== undefined || found.device !== undefined) return found;
  }
  return {};
}

/** A damaged or foreign seal is the same as none: its owner is signed out and can sign in again. */
const none = (): Sealed => ({});

export function sealSession(sid: string): Promise<string> {
  return sealData({ sid }, { password: newestKey(), ttl: ABSOLUTE_MS / 1000 });
}

const REMEMBERED_SEALS = 5_000;

/** The session id in a cookie, or null for anything that we did not seal. */
export async function unsealSession(seal: string): Promise<string | null> {
  const known = processState("unsealed", () => new Map<string, string>());
  const remembered = known.get(seal);
  if (remembered !== undefined) return remembered;
  const { sid } = await unsealed(seal, ABSOLUTE_MS / 1000);
  if (typeof sid !== "string") return null;
  if (known.size >= REMEMBERED_SEALS) known.clear();
  known.set(seal, sid);
  return sid;
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
  const seal = await sealData({ device: account }, { password: newestKey(), ttl: DEVICE_SECONDS });
  return cookieLine(deviceName(), seal, DEVICE_SECONDS);
}

/** The account that signed in before from the browser that sends this, or null. */
export async function knownDeviceOf(headers: Headers): Promise<string | null> {
  const seal = cookieOf(headers, deviceName());
  if (!seal) return null;
  const { device } = await unsealed(seal, DEVICE_SECONDS);
  return typeof device === "string" ? device : null;
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
