import { getSessionRoute, signInRoute, signOutRoute } from "@/lib/contracts/session";
import { clearedSessionCookie, sealSession, sessionCookie } from "@/lib/server/accounts/session-cookie";
import { endSession } from "@/lib/server/accounts/sessions";
import { describeSession, signIn } from "@/lib/server/accounts/sign-in";
import { json, route, sessionIdOf } from "@/lib/server/route";
import { database } from "@/lib/server/store/database";

export const GET = route(getSessionRoute, ({ viewer }) => describeSession(viewer));

export const POST = route(signInRoute, async ({ body, request }) => {
  const address = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
  const { sid, session } = await signIn({ ...body, address });
  return json(session, { headers: { "set-cookie": sessionCookie(await sealSession(sid)) } });
});

export const DELETE = route(signOutRoute, async ({ request }) => {
  const sid = await sessionIdOf(request);
  if (sid) await endSession(await database(), sid);
  return json(null, { headers: { "set-cookie": clearedSessionCookie() } });
});
