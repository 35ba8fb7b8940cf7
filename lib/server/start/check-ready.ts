import { sql } from "kysely";
import { AppError } from "@/lib/server/app-error";
import { catalogReady } from "@/lib/server/catalog/current-catalog";
import { processState } from "@/lib/server/process-state";
import { database } from "@/lib/server/store/database";

const PING_MS = 1_000;

export const lifecycle = () => processState("lifecycle", () => ({ draining: false }));

/** Throws `not-ready` until the database answers and a catalog is loaded, and once the process is stopping. */
export async function checkReady(): Promise<void> {
  if (lifecycle().draining) throw notReady("The server is stopping.");
  if (!(await databaseAnswers())) throw notReady("The database does not answer.");
  if (!catalogReady()) throw notReady("No catalog is loaded yet; the first sync is running or has failed.");
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
