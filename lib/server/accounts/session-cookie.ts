import { sealData, unsealData } from "iron-session";
import { env } from "@/lib/server/env";
import { processState } from "@/lib/server/process-state";
import { ABSOLUTE_MS } from "@/lib/server/accounts/sessions";

type Sealed = { readonly sid?: string };

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
  if (seal.length > 1024) return null;
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
  const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${ABSOLUTE_MS / 1000}`];
  if (secure()) attributes.push("Secure");
  return `${cookieName()}=${seal}; ${attributes.join("; ")}`;
}

export function clearedSessionCookie(): string {
  return `${cookieName()}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure() ? "; Secure" : ""}`;
}
