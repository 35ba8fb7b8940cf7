import { projectRoot } from "@/lib/cli/build-app";
import { openDemoWarning } from "@/lib/server/demo-accounts";
import { EnvError, parseEnv, type Env } from "@/lib/server/env";

/** The settings of this process; prints what is wrong and exits with 1 otherwise. Values are never printed. */
export function settingsOrExit(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`Reseller Desk cannot start.\n${error.message}\n`);
    process.exit(1);
  }
}

/** Serves the built app from this very process, so that ending it leaves nothing behind. */
export async function serve(settings: Env): Promise<void> {
  const warning = openDemoWarning(settings);
  if (warning !== null) process.stderr.write(`\n${warning}\n\n`);
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.PORT = `${settings.port}`;
  Object.assign(process.env, { NODE_ENV: "production" });
  const { nextStart } = await import("next/dist/cli/next-start.js");
  await nextStart({ port: settings.port, hostname: settings.host, keepAliveTimeout: undefined }, projectRoot);
}
