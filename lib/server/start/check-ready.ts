import { sql } from "kysely";
import { AppError } from "@/lib/server/app-error";
import { catalogReady, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { processState } from "@/lib/server/process-state";
import { database } from "@/lib/server/store/database";

const PING_MS = 1_000;
/** With one catalog loaded, a vendor whose first sync still runs is waited for this long, so that a start is whole. */
const OTHER_VENDORS_MS = 10_000;

type Lifecycle = { draining: boolean; firstCatalogAt: number | null };

export const lifecycle = () => processState<Lifecycle>("lifecycle", () => ({ draining: false, firstCatalogAt: null }));

/** Throws `not-ready` until the database answers and a catalog is loaded, and once the process is stopping. */
export async function checkReady(): Promise<void> {
  if (lifecycle().draining) throw notReady("The server is stopping.");
  if (!(await databaseAnswers())) throw notReady("The database does not answer.");
  // Asking for it also takes over what another process has published.
  const { generations } = await currentCatalog();
  if (!catalogReady()) throw notReady("No catalog is loaded yet; the first sync is running or has failed.");
  const loading = (await vendorsInSync()).filter((vendor) => generations[vendor] === undefined);
  const waitedMs = Date.now() - (lifecycle().firstCatalogAt ??= Date.now());
  if (loading.length > 0 && waitedMs < OTHER_VENDORS_MS) throw notReady("The first sync of a vendor is running.");
}

/** Here or in another process that shares the store. */
async function vendorsInSync(): Promise<string[]> {
  const db = await database();
  const rows = await db.selectFrom("syncs").select("vendor").where("state", "=", "running").execute();
  return rows.map(({ vendor }) => vendor);
}

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PING_MS);
  });
  const ping = database()
    .then((db) => sql`select 1`.execute(db))
    .then(
      () => true,
      () => false,
    );
  const answered = await Promise.race([ping, timeUp]);
  clearTimeout(timer);
  return answered;
}

function notReady(sentence: string): AppError {
  return new AppError("not-ready", sentence, { headers: { "retry-after": "2" } });
}
