import type { StatusDto } from "@/lib/contracts/status";
import { env } from "@/lib/server/env";
import { vendorSources } from "@/lib/server/sources";
import { readStatus } from "@/lib/server/status/read-status";
import { database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

/** The status of this process's vendors, now. */
export async function readDeskStatus(viewer: Viewer): Promise<StatusDto> {
  const [db, sources] = await Promise.all([database(), vendorSources()]);
  return readStatus(viewer, { db, sources, demo: env().demo, now: new Date() });
}
