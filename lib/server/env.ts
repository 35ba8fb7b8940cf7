import { readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { makeFolder } from "@/lib/server/make-folder";
import { newToken } from "@/lib/server/new-id";
import { processState } from "@/lib/server/process-state";
import { readRegistrySettings, type VendorSettings } from "@/lib/vendors/registry";

export type Env = {
  readonly port: number;
  readonly host: string;
  /** Our own origin, without a trailing slash. */
  readonly publicUrl: string;
  /** Every origin that writes may come from: `publicUrl`, and the other names of a loopback address. */
  readonly ownOrigins: readonly string[];
  /** Addresses of reverse proxies whose `X-Forwarded-For` counts, besides those on this machine. */
  readonly trustedProxies: readonly string[];
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Newest first; the first seals, all unseal. */
  readonly sessionSecrets: readonly string[];
  readonly admin: { readonly email: string; readonly password: string } | null;
  readonly vendors: VendorSettings;
  readonly locales: readonly [string, ...string[]];
  readonly syncIntervalSeconds: number;
  readonly vendorTimeoutMs: number;
  /** Of one vendor; Infinity where its quota is not known. */
  readonly vendorRequestsPerSecond: number;
  readonly logLevel: string;
  /** No vendor is configured: the sandbox vendors stand in and demo accounts exist. */
  readonly demo: boolean;
};

/** Every wrong variable in one message; values are never part of it. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const text = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value))
  .optional();

function isHttpAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}

const httpAddress = (name: string) =>
  text.refine((value) => value === undefined || isHttpAddress(value), `${name} must be an http or https address`);

const wholeNumber = (name: string, min: number, max: number, fallback: number) =>
  text
    .refine(
      (value) => value === undefined || (/^\d{1,9}$/.test(value) && +value >= min && +value <= max),
      `${name} must be a whole number from ${min} to ${max}`,
    )
    .transform((value) => (value === undefined ? fallback : +value));

const RawSchema = z.object({
  PORT: wholeNumber("PORT", 1, 65_535, 3000),
  HOST: text,
  PUBLIC_URL: httpAddress("PUBLIC_URL"),
  TRUSTED_PROXIES: text,
  DATABASE_URL: text.refine(
    (value) => value === undefined || /^postgres(ql)?:\/\//.test(value),
    "DATABASE_URL must begin with postgres://",
  ),
  DATA_DIR: text,
  SESSION_SECRET: text,
  ADMIN_EMAIL: text,
  ADMIN_PASSWORD: z.string().optional(),
  CATALOG_LOCALES: text,
  SYNC_INTERVAL_SECONDS: wholeNumber("SYNC_INTERVAL_SECONDS", 0, 604_800, 900),
  VENDOR_TIMEOUT_MS: wholeNumber("VENDOR_TIMEOUT_MS", 50, 600_000, 30_000),
  VENDOR_REQUESTS_PER_SECOND: wholeNumber("VENDOR_REQUESTS_PER_SECOND", 1, 1_000, Infinity),
  LOG_LEVEL: text.refine(
    (value) => value === undefined || ["trace", "debug", "info", "warn", "error", "fatal", "silent"].includes(value),
    "LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent",
  ),
});

type Raw = z.infer<typeof RawSchema>;

/** Reads our own variables and those the vendors name; throws an `EnvError` that names every wrong or missing one. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = RawSchema.safeParse(variables);
  const { settings: vendors, complaints: vendorComplaints } = readRegistrySettings(variables);
  const own = parsed.success ? serverComplaints(parsed.data) : parsed.error.issues.map(({ message }) => message);
  const complaints = [...vendorComplaints, ...own];
  if (!parsed.success || complaints.length > 0) throw new EnvError(complaints.join("\n"));
  const raw = parsed.data;
  const host = raw.HOST ?? "127.0.0.1";
  const publicUrl = (raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, "");
  const dataDir = resolve(/* turbopackIgnore: true */ raw.DATA_DIR ?? ".data");
  return {
    port: raw.PORT,
    host,
    publicUrl,
    ownOrigins: ownOrigins(publicUrl),
    trustedProxies: splitList(raw.TRUSTED_PROXIES ?? ""),
    dataDir,
    databaseUrl: raw.DATABASE_URL ?? null,
    sessionSecrets: raw.SESSION_SECRET ? splitList(raw.SESSION_SECRET) : [generatedSecret(dataDir)],
    admin:
      raw.ADMIN_EMAIL && raw.ADMIN_PASSWORD
        ? { email: raw.ADMIN_EMAIL.toLowerCase(), password: raw.ADMIN_PASSWORD }
        : null,
    vendors,
    locales: localesFrom(raw),
    syncIntervalSeconds: raw.SYNC_INTERVAL_SECONDS,
    vendorTimeoutMs: raw.VENDOR_TIMEOUT_MS,
    vendorRequestsPerSecond: raw.VENDOR_REQUESTS_PER_SECOND,
    logLevel: raw.LOG_LEVEL ?? "info",
    demo: Object.values(vendors).every((settings) => settings === null),
  };
}

/** The variables of this process, parsed once. */
export function env(): Env {
  return processState("env", () => parseEnv(process.env));
}

const isProxyAddress = (entry: string): boolean => {
  const [address = "", bits, ...more] = entry.split("/");
  const bitsMax = isIP(address) === 6 ? 128 : 32;
  const hasBits = bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= bitsMax);
  return isIP(address) !== 0 && hasBits && more.length === 0;
};

const splitList = (value: string) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

export const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);

function ownOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  if (!isLoopback(url.hostname)) return [url.origin];
  const port = url.port ? `:${url.port}` : "";
  return [url.origin, ...["localhost", "127.0.0.1", "[::1]"].map((name) => `${url.protocol}//${name}${port}`)];
}

function serverComplaints(raw: Raw): string[] {
  const complaints: string[] = [];
  if (raw.HOST && !isLoopback(raw.HOST) && !raw.PUBLIC_URL) {
    complaints.push("PUBLIC_URL is missing: share links need our own address when HOST is not a loopback address.");
  }
  if (raw.DATABASE_URL && !raw.SESSION_SECRET) {
    complaints.push("SESSION_SECRET is missing: processes that share DATABASE_URL must share it too.");
  }
  if (raw.SESSION_SECRET && splitList(raw.SESSION_SECRET).some((secret) => secret.length < 32)) {
    complaints.push("SESSION_SECRET is too short: each secret needs at least 32 characters.");
  }
  if ((raw.ADMIN_EMAIL === undefined) !== !raw.ADMIN_PASSWORD) {
    complaints.push(`${raw.ADMIN_EMAIL ? "ADMIN_PASSWORD" : "ADMIN_EMAIL"} is missing: set both or none.`);
  }
  if (raw.ADMIN_PASSWORD && raw.ADMIN_PASSWORD.length < 8) {
    complaints.push("ADMIN_PASSWORD is too short: use at least 8 characters.");
  }
  if (!splitList(raw.TRUSTED_PROXIES ?? "").every(isProxyAddress)) {
    complaints.push("TRUSTED_PROXIES must list addresses or networks such as 10.0.0.5,10.1.0.0/16.");
  }
  if (raw.CATALOG_LOCALES && !splitList(raw.CATALOG_LOCALES).every((locale) => /^[a-z]{2}-[a-z]{2}$/i.test(locale))) {
    complaints.push("CATALOG_LOCALES must list locales such as en-us,de-de.");
  }
  return complaints;
}

function localesFrom(raw: Raw): [string, ...string[]] {
  const [first = "en-us", ...others] = splitList(raw.CATALOG_LOCALES ?? "en-us").map((locale) => locale.toLowerCase());
  return [first, ...others];
}

function generatedSecret(dataDir: string): string {
  const file = join(dataDir, "session-secret");
  try {
    makeFolder(dataDir);
    try {
      writeFileSync(file, newToken(), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length < 32) throw new EnvError("The generated session secret in DATA_DIR is damaged; delete it.");
    return secret;
  } catch (error) {
    if (error instanceof EnvError) throw error;
    throw new EnvError(`DATA_DIR cannot be used: ${error instanceof Error ? error.message : "unknown reason"}`);
  }
}
