import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** The first version of each package that has every published fix we know of, with the gravest of them. */
const floors: Readonly<Record<string, { readonly version: string; readonly why: string }>> = {
  next: { version: "16.4.1", why: "GHSA-673q-mjm6-r5xr, CVE-2026-96889, CVE-2026-94482" },
  react: { version: "19.2.1", why: "CVE-2025-55182" },
  "react-dom": { version: "19.2.1", why: "CVE-2025-55182" },
  sharp: { version: "0.35.5", why: "CVE-2026-96889" },
  "iron-session": { version: "9.0.1", why: "damaged cookies throw before it" },
};

const manifests = readdirSync(modules, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(`${sep}package.json`));

/** Every copy of a package, also those that another package brought along. */
function installed(name: string): { readonly place: string; readonly version: string }[] {
  const wanted = join(name, "package.json");
  return manifests
    .filter((file) => file === wanted || file.endsWith(join(sep, "node_modules", wanted)))
    .map((place) => ({ place, version: versionIn(readFileSync(join(modules, place), "utf8")) }));
}

function versionIn(manifest: string): string {
  const { version } = JSON.parse(manifest) as { version: string };
  return version;
}

/** A release before its final version counts as older than it. */
function reaches(version: string, floor: string): boolean {
  const [numbers = "", preview] = version.replace(/^v/, "").split("-");
  const [have, need] = [numbers, floor].map((text) => text.split(".").map((part) => +part));
  for (const [at, part] of (need ?? []).entries()) {
    const own = have?.[at] ?? 0;
    if (own !== part) return own > part;
  }
  return preview === undefined;
}

describe("installed versions", () => {
  it("are compared number by number", () => {
    for (const good of ["16.4.1", "16.4.10", "16.10.0", "17.0.0", "16.5.0-canary.1"]) {
      expect([good, reaches(good, "16.4.1")]).toEqual([good, true]);
    }
    for (const bad of ["16.4.0", "16.3.99", "9.9.9", "16.4.1-canary.3"]) {
      expect([bad, reaches(bad, "16.4.1")]).toEqual([bad, false]);
    }
  });

  it.each(Object.entries(floors))("of %s have every known fix", (name, { version: floor }) => {
    const copies = installed(name);
    // sharp decodes images, which we never do: it may be missing altogether.
    if (name !== "sharp") expect(copies).not.toEqual([]);
    expect(copies.filter(({ version }) => !reaches(version, floor))).toEqual([]);
  });

  it("of Node have argon2 in node:crypto, here and in the package that programs start with", () => {
    expect([process.version, reaches(process.version, "24.7.0")]).toEqual([process.version, true]);
    expect(installed("node").filter(({ version }) => !reaches(version, "24.7.0"))).toEqual([]);
  });
});
