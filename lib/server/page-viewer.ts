import "server-only";
import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { DESK_VIEW_COOKIE, DESK_VIEW_HEADER } from "@/lib/contracts/customer-view";
import { cookieName, unsealSession } from "@/lib/server/accounts/session-cookie";
import { findViewer } from "@/lib/server/accounts/sessions";
import { env } from "@/lib/server/env";
import { database } from "@/lib/server/store/database";
import { asTabShows, type Viewer } from "@/lib/server/viewer";

/** Whoever looks at this page, or null when nobody is signed in. Asked once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  const seal = jar.get(cookieName())?.value;
  const sid = seal ? await unsealSession(seal) : null;
  const viewer = sid ? await findViewer(await database(), sid, { demo: env().demo }) : null;
  return viewer && asTabShows(viewer, (await headers()).get(DESK_VIEW_HEADER) ?? jar.get(DESK_VIEW_COOKIE)?.value);
});

/** For pages of the desk: sends strangers to the sign-in page and back afterwards. */
export async function pageViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-desk-path");
  redirect(path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}
