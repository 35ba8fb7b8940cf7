import "server-only";
import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cookieName, unsealSession } from "@/lib/server/accounts/session-cookie";
import { findViewer } from "@/lib/server/accounts/sessions";
import { env } from "@/lib/server/env";
import { database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

/** Whoever looks at this page, or null when nobody is signed in. Asked once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const seal = (await cookies()).get(cookieName())?.value;
  const sid = seal ? await unsealSession(seal) : null;
  return sid ? findViewer(await database(), sid, { demo: env().demo }) : null;
});

/** For pages of the desk: sends strangers to the sign-in page and back afterwards. */
export async function pageViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-desk-path");
  redirect(path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}
