import pino, { type Logger } from "pino";
import { env, type Env } from "@/lib/server/env";
import { processState } from "@/lib/server/process-state";
import { vendorRegistry } from "@/lib/vendors/registry";

const SCRUBBED = "[secret]";

/** Text without any of the secrets, plain or as they look inside JSON, and without bearer or basic credentials. */
export function createScrubber(secrets: readonly string[]): (line: string) => string {
  const needles = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString("base64")]);
  return (line) => {
    const plain = needles.reduce((text, needle) => text.replaceAll(needle, SCRUBBED), line);
    return plain.replace(/\b(Bearer|Basic) [A-Za-z0-9._~+/=-]{8,}/g, `$1 ${SCRUBBED}`);
  };
}

function secretsOf(settings: Env): string[] {
  return [
    ...settings.sessionSecrets,
    ...(settings.admin ? [settings.admin.password] : []),
    ...(settings.databaseUrl ? [settings.databaseUrl] : []),
    ...vendorRegistry.flatMap((vendor) => vendor.secretsOf(settings.vendors)),
  ];
}

function createLog(): Logger {
  const scrub = createScrubber(secretsOf(env()));
  return pino(
    { level: env().logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => void process.stdout.write(scrub(line)) },
  );
}

/** The process's log: one JSON object a line, secrets replaced last of all. */
export const log = new Proxy({} as Logger, {
  get: (_, property) => {
    const logger = processState("log", createLog);
    const value: unknown = Reflect.get(logger, property);
    return typeof value === "function" ? value.bind(logger) : value;
  },
});
