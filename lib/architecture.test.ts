import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Which of our folders a folder may import; the longest matching entry counts. */
const mayImport: Record<string, readonly string[]> = {
  "lib/domain": ["lib/domain"],
  "lib/contracts": ["lib/contracts", "lib/domain"],
  "lib/vendors": ["lib/vendors", "lib/domain"],
  "lib/server": ["lib/server", "lib/contracts", "lib/vendors", "lib/domain"],
  "lib/client": ["lib/client", "lib/contracts", "lib/domain"],
  "lib/sandbox": ["lib/sandbox"],
  "lib/cli": ["lib/cli", "lib/server", "lib/contracts", "lib/vendors", "lib/domain", "lib/sandbox"],
  components: ["components", "lib/client", "lib/contracts", "lib/domain"],
  app: ["app", "components", "lib/client", "lib/server", "lib/contracts", "lib/domain"],
  "app/api": ["lib/server", "lib/contracts", "lib/domain"],
};

/** The places where a direction is crossed on purpose, each with its reason. */
const exceptions = new Set([
  // With no vendor configured the server starts the sandbox vendors itself.
  "lib/server/sources.ts → lib/sandbox/start-sandbox",
]);

const sourceFiles = ["app", "components", "lib"]
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const isTestSupport = (file: string) =>
  /(contract-suite|test-stores|for-tests|vitest|test-support|\.config)/.test(file) || file.includes("/testing/");

const importsOf = (file: string) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"((?:@\/|\.)[^"]+)"/g)].map(
    ([, path = ""]) => (path.startsWith("@/") ? path.slice(2) : relative(root, join(root, dirname(file), path))),
  );

const zoneOf = (path: string) =>
  Object.keys(mayImport)
    .filter((zone) => path === zone || path.startsWith(`${zone}/`))
    .sort((a, b) => b.length - a.length)[0];

describe("the direction of imports", () => {
  it("is kept by every file", () => {
    const crossings = sourceFiles
      .filter((file) => !isTestSupport(file))
      .flatMap((file) => {
        const allowed = mayImport[zoneOf(file) ?? ""] ?? [];
        return importsOf(file)
          .filter(
            (path) =>
              zoneOf(path) !== undefined && !allowed.some((zone) => path === zone || path.startsWith(`${zone}/`)),
          )
          .map((path) => `${file} → ${path}`)
          .filter((crossing) => !exceptions.has(crossing));
      });
    expect(crossings).toEqual([]);
  });

  it("keeps the vendors apart from each other", () => {
    const vendors = readdirSync(join(root, "lib/vendors"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(root, "lib/vendors", entry.name, "source.ts")))
      .map((entry) => entry.name);
    expect(vendors.length).toBeGreaterThanOrEqual(2);
    const crossings = sourceFiles.flatMap((file) => {
      const own = vendors.find((vendor) => file.startsWith(`lib/vendors/${vendor}/`));
      const others = vendors.filter((vendor) => own && vendor !== own);
      return importsOf(file).filter((path) => others.some((vendor) => path.startsWith(`lib/vendors/${vendor}/`)));
    });
    expect(crossings).toEqual([]);
  });

  it("keeps the rules free of clock, chance, environment, network and floats", () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bparseFloat\b|\bNumber\(|\.toFixed\(/;
    const files = sourceFiles.filter((file) => file.startsWith("lib/domain/"));
    expect(files.filter((file) => forbidden.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });
});

describe("what this project leaves unused on purpose", () => {
  const uses = (pattern: RegExp) =>
    sourceFiles.filter(
      (file) => file !== "lib/architecture.test.ts" && pattern.test(readFileSync(join(root, file), "utf8")),
    );

  it("has no Server Actions, no shared page cache and no server-side image drawing", () => {
    expect(uses(/^\s*["']use (server|cache)/m)).toEqual([]);
    expect(uses(/from "next\/(og|image)"|unstable_cache/)).toEqual([]);
  });

  it("inserts markup in one audited component, one for its own scripts and one style of its own only", () => {
    const places = uses(/dangerouslySetInnerHTML/);
    expect(
      places.filter((file) => !/components\/(ui\/clean-html|shell\/early-script|document\/page-rules)/.test(file)),
    ).toEqual([]);
  });

  it("makes no variable public", () => {
    expect(uses(/NEXT_PUBLIC_/)).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const places = uses(/process\.env\b/).filter((file) => !/^lib\/(cli|sandbox)\//.test(file) && !isTestSupport(file));
    expect(places).toEqual(["lib/server/env.ts"]);
  });
});
