import type { SessionDto } from "@/lib/contracts/session";
import { AppError } from "@/lib/server/app-error";
import { hashesWaiting, unknownAccountHash, verifyPassword } from "@/lib/server/accounts/passwords";
import { endSession, startSession } from "@/lib/server/accounts/sessions";
import { admitAttempt, forgetAttempts } from "@/lib/server/accounts/sign-in-throttle";
import { normaliseEmail } from "@/lib/server/accounts/users";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import type { Database } from "@/lib/server/store/database";
import { rightsOf, type Viewer } from "@/lib/server/viewer";

export type Credentials = {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  /** The account that signed in before from the same browser; strangers' failures do not slow its owner down there. */
  readonly knownDevice: string | null;
  /** The session the browser came with; signing in ends it. */
  readonly replaces: string | null;
};

export type SignedIn = { readonly sid: string; readonly account: string; readonly session: SessionDto };

/** Checks a mail address and password; one message for every kind of failure. Throws `wrong-credentials` or `too-many-requests`. */
export async function signIn(db: Database, credentials: Credentials): Promise<SignedIn> {
  const { email, password, address, knownDevice, replaces } = credentials;
  const account = normaliseEmail(email);
  const throttled = knownDevice === account ? `${account} on a known device` : account;
  await admitAttempt(throttled, address, hashesWaiting());
  const user = await db.selectFrom("users").selectAll().where("email", "=", account).executeTakeFirst();
  const usable = user && user.disabled_at === null && (user.demo === 0 || env().demo) ? user : null;
  const matches = await verifyPassword(password, usable?.password_hash ?? (await unknownAccountHash()));
  if (!usable || !matches) {
    log.warn({ event: "sign-in-refused" }, "a sign-in was refused");
    throw new AppError("wrong-credentials", "Mail address or password is wrong.");
  }
  await forgetAttempts(throttled, address);
  if (replaces) await endSession(db, replaces);
  const sid = await startSession(db, usable.id);
  log.info({ event: "signed-in", userId: usable.id }, "signed in");
  const { id: userId, name, role } = usable;
  return {
    sid,
    account,
    session: describeSession({ userId, email: usable.email, name, role, rights: rightsOf(role) }),
  };
}

export function describeSession(viewer: Viewer): SessionDto {
  const { email, name, role } = viewer;
  return { user: { email, name, role }, rights: [...viewer.rights], demo: env().demo };
}
