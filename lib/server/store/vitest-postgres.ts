import type { TestProject } from "vitest/node";
import { startTestPostgres } from "@/lib/server/store/postgres-for-tests";

declare module "vitest" {
  // Vitest reads what is provided to tests from this interface; a type alias cannot be merged into.
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run; each test makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}
