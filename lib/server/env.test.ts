import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDemoWarning } from "@/lib/server/demo-accounts";
import { EnvError, parseEnv } from "@/lib/server/env";

const DATA_DIR = mkdtempSync(join(tmpdir(), "desk-env-"));
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const cloudblue = {
  CLOUDBLUE_BASE_URL: "https://cloudblue.example/marketplace/us",
  CLOUDBLUE_USERNAME: "user-value",
  CLOUDBLUE_PASSWORD: "password-value",
  CLOUDBLUE_SUBSCRIPTION_KEY: "key-value",
  CLOUDBLUE_MARKETPLACE: "us",
};
const ibm = { IBM_CLIENT_ID: "id-value", IBM_CLIENT_SECRET: "secret-value" };

const complaint = (variables: Record<string, string>): string => {
  try {
    parseEnv({ DATA_DIR, ...variables });
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "";
};

describe("the environment", () => {
  it("is a demo on loopback when nothing is set", () => {
    const env = parseEnv({ DATA_DIR });
    expect(env).toMatchObject({ port: 3000, host: "127.0.0.1", publicUrl: "http://localhost:3000", demo: true });
    expect(env).toMatchObject({ locales: ["en-us"], syncIntervalSeconds: 900, vendorTimeoutMs: 30_000 });
    expect(env.vendorRequestsPerSecond).toBe(Infinity);
    expect(parseEnv({ DATA_DIR, VENDOR_REQUESTS_PER_SECOND: "2" }).vendorRequestsPerSecond).toBe(2);
    expect(env.ownOrigins).toContain("http://127.0.0.1:3000");
  });

  it("keeps its generated secret", () => {
    expect(parseEnv({ DATA_DIR }).sessionSecrets).toEqual(parseEnv({ DATA_DIR }).sessionSecrets);
    expect(parseEnv({ DATA_DIR }).sessionSecrets[0]?.length).toBeGreaterThanOrEqual(32);
  });

  it("makes its folder with all above it, and says so where that cannot be", () => {
    expect(parseEnv({ DATA_DIR: join(DATA_DIR, "a", "b") }).sessionSecrets).toHaveLength(1);
    writeFileSync(join(DATA_DIR, "file"), "");
    for (const refused of [join(DATA_DIR, "file", "a"), "/proc/no-such/folder"]) {
      expect(complaint({ DATA_DIR: refused })).toContain("DATA_DIR cannot be used");
    }
  });

  it("is no demo as soon as one vendor is set", () => {
    expect(parseEnv({ DATA_DIR, ...cloudblue }).demo).toBe(false);
    const onlyIbm = parseEnv({ DATA_DIR, ...ibm });
    expect(onlyIbm.vendors.ibm?.baseUrl).toBe("https://api.ibm.com/marketplace/run");
    expect(onlyIbm.vendors.cloudblue).toBeNull();
  });

  it("is no secret demo where others can reach it: the start says so", () => {
    const open = { DATA_DIR, HOST: "0.0.0.0", PUBLIC_URL: "http://desk.example" };
    expect(openDemoWarning(parseEnv(open))).toContain("can reach 0.0.0.0:3000 can sign in as the demo administrator");
    expect(openDemoWarning(parseEnv({ ...open, ...ibm }))).toBeNull();
    for (const HOST of ["127.0.0.1", "localhost", "::1"]) {
      expect(openDemoWarning(parseEnv({ DATA_DIR, HOST }))).toBeNull();
    }
  });

  it.each(Object.keys(cloudblue))("names %s when it alone is missing, and no value", (name) => {
    const message = complaint({ ...cloudblue, [name]: "" });
    expect(message).toContain(name);
    expect(message).not.toMatch(/-value|cloudblue\.example/);
  });

  it.each([
    [{ IBM_BASE_URL: "https://ibm.example" }, "IBM_CLIENT_ID, IBM_CLIENT_SECRET"],
    [{ IBM_CLIENT_ID: "id-value" }, "IBM_CLIENT_SECRET"],
    [{ IBM_CLIENT_SECRET: "secret-value" }, "IBM_CLIENT_ID"],
    [{ HOST: "0.0.0.0" }, "PUBLIC_URL"],
    [{ DATABASE_URL: "postgres://127.0.0.1/desk" }, "SESSION_SECRET"],
    [{ DATABASE_URL: "mysql://127.0.0.1/desk" }, "DATABASE_URL"],
    [{ SESSION_SECRET: "short" }, "SESSION_SECRET"],
    [{ SESSION_SECRET: `${"x".repeat(32)},short` }, "SESSION_SECRET"],
    [{ ADMIN_EMAIL: "admin@desk.example" }, "ADMIN_PASSWORD"],
    [{ ADMIN_PASSWORD: "secret-value" }, "ADMIN_EMAIL"],
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ SYNC_INTERVAL_SECONDS: "-1" }, "SYNC_INTERVAL_SECONDS"],
    [{ VENDOR_TIMEOUT_MS: "1e3" }, "VENDOR_TIMEOUT_MS"],
    [{ VENDOR_REQUESTS_PER_SECOND: "0" }, "VENDOR_REQUESTS_PER_SECOND"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ CATALOG_LOCALES: "en-us,deutsch" }, "CATALOG_LOCALES"],
    [{ PUBLIC_URL: "desk.example" }, "PUBLIC_URL"],
    [{ ...ibm, IBM_BASE_URL: "https://user:pass@ibm.example" }, "IBM_BASE_URL"],
    [{ ...cloudblue, CLOUDBLUE_BASE_URL: "cloudblue.example" }, "CLOUDBLUE_BASE_URL must be an https address"],
    [{ ...cloudblue, CLOUDBLUE_BASE_URL: "http://cloudblue.example" }, "CLOUDBLUE_BASE_URL must begin with https://"],
    [{ ...ibm, IBM_BASE_URL: "https://ibm.example/run?x=1" }, "IBM_BASE_URL must not carry credentials, a query"],
    [{ ...ibm, IBM_BASE_URL: "https://ibm.example/run#x" }, "IBM_BASE_URL must not carry credentials, a query"],
  ])("refuses %j and names %s", (variables, name) => {
    const message = complaint(variables);
    expect(message).toContain(name);
    expect(message).not.toContain("-value");
  });

  it("lists every complaint at once", () => {
    const message = complaint({ IBM_CLIENT_ID: "id-value", CLOUDBLUE_MARKETPLACE: "us", SESSION_SECRET: "short" });
    expect(message.split("\n")).toHaveLength(3);
    expect(complaint({ IBM_CLIENT_ID: "id-value", PORT: "http" }).split("\n")).toHaveLength(2);
  });

  it("takes several session secrets, newest first", () => {
    const [newest, older] = ["n".repeat(32), "o".repeat(40)];
    expect(parseEnv({ DATA_DIR, SESSION_SECRET: `${newest}, ${older}` }).sessionSecrets).toEqual([newest, older]);
  });

  it("takes the addresses and networks of proxies, and nothing else for one", () => {
    expect(parseEnv({ DATA_DIR }).trustedProxies).toEqual([]);
    const named = parseEnv({ DATA_DIR, TRUSTED_PROXIES: "10.0.0.5, 10.1.0.0/16,fd00::/8" });
    expect(named.trustedProxies).toEqual(["10.0.0.5", "10.1.0.0/16", "fd00::/8"]);
    for (const wrong of ["proxy.example", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0", "true", "10.0.0.0/"]) {
      expect(complaint({ TRUSTED_PROXIES: wrong })).toContain("TRUSTED_PROXIES");
    }
  });
});
