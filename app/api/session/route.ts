import { getSessionRoute, signInRoute, signOutRoute } from "@/lib/contracts/session";
import {
  clearedSessionCookie,
  deviceCookie,
  knownDeviceOf,
  sealSession,
  sessionCookie,
} from "@/lib/server/accounts/session-cookie";
import { endSession } from "@/lib/server/accounts/sessions";
import { describeSession, signIn } from "@/lib/server/accounts/sign-in";
import { json, route, sessionIdOf } from "@/lib/server/route";
import { addressOf } from "@/lib/server/share/visitor";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const GET = route(getSessionRoute, ({ viewer }) => describeSession(viewer));

export const POST = route(signInRoute, async ({ body, request }) => {
  const { sid, account, session } = await signIn(await database(), {
    ...body,
    address: addressOf(request.headers),
    knownDevice: await knownDeviceOf(request.headers),
    replaces: await sessionIdOf(request),
  });
  return json(session, { cookies: [sessionCookie(await sealSession(sid)), await deviceCookie(account)] });
});

export const DELETE = route(signOutRoute, async ({ request }) => {
  const sid = await sessionIdOf(request);
  if (sid) await endSession(await database(), sid);
  return json(null, { cookies: [clearedSessionCookie()] });
});
