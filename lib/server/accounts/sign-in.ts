import type { SessionDto } from "@/lib/contracts/session";
import { AppError } from "@/lib/server/app-error";
import { unknownAccountHash, verifyPassword } from "@/lib/server/accounts/passwords";
import { startSession } from "@/lib/server/accounts/sessions";
import { countFailure, forgetFailures, refuseWhenThrottled } from "@/lib/server/accounts/sign-in-throttle";
import { normaliseEmail } from "@/lib/server/accounts/users";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { database } from "@/lib/server/store/database";
import { rightsOf, type Viewer } from "@/lib/server/viewer";

export type Credentials = { readonly email: string; readonly password: string; readonly address: string };

/** Checks a mail address and password; one message for every kind of failure. Throws `wrong-credentials` or `too-many-requests`. */
export async function signIn({ email, password, address }: Credentials): Promise<{ sid: string; session: SessionDto }> {
  const account = normaliseEmail(email);
  await refuseWhenThrottled(account, address);
  const db = await database();
  const user = await db.selectFrom("users").selectAll().where("email", "=", account).executeTakeFirst();
  const usable = user && user.disabled_at === null && (user.demo === 0 || env().demo) ? user : null;
  const matches = await verifyPassword(password, usable?.password_hash ?? (await unknownAccountHash()));
  if (!usable || !matches) {
    await countFailure(account, address);
    log.warn({ event: "sign-in-refused" }, "a sign-in was refused");
    throw new AppError("wrong-credentials", "Mail address or password is wrong.");
  }
  await forgetFailures(account);
  const sid = await startSession(db, usable.id);
  log.info({ event: "signed-in", userId: usable.id }, "signed in");
  const { id: userId, name, role } = usable;
  return { sid, session: describeSession({ userId, email: usable.email, name, role, rights: rightsOf(role) }) };
}

export function describeSession(viewer: Viewer): SessionDto {
  const { email, name, role } = viewer;
  return { user: { email, name, role }, rights: [...viewer.rights], demo: env().demo };
}
