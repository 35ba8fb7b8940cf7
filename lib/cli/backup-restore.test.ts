import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "@/lib/cli/build-app";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function command(name: "backup" | "restore" | "user", args: readonly string[], input = "") {
  const run = spawnSync(process.execPath, ["--import", "./lib/cli/alias.mjs", `lib/cli/${name}.ts`, ...args], {
    cwd: projectRoot,
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: join(folder, "data") } as unknown as NodeJS.ProcessEnv,
    encoding: "utf8",
    input,
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

const addUser = (email: string) =>
  command("user", ["add", email, "--role", "seller", "--password-stdin"], "a long made-up password\n");
const users = () => command("user", ["list"]).said;
const backupFile = () => join(folder, "desk.backup");

// Every command is a process of its own.
describe("backup and restore", { timeout: 180_000 }, () => {
  test("bring back what was there, signed out, and keep what was replaced", () => {
    expect(addUser("first@seller.example")).toMatchObject({ status: 0 });
    expect(command("backup", [backupFile()])).toMatchObject({ status: 0 });
    expect(addUser("second@seller.example")).toMatchObject({ status: 0 });

    const restored = command("restore", [backupFile()]);
    expect(restored).toMatchObject({ status: 0 });
    expect(restored.said).toContain(".before-restore");
    expect(users()).toContain("first@seller.example");
    expect(users()).not.toContain("second@seller.example");
    expect(existsSync(join(folder, "data", "desk.sqlite.before-restore"))).toBe(true);
  });

  test("a backup is readable by its owner alone and holds no session", () => {
    addUser("first@seller.example");
    command("backup", [backupFile()]);
    expect((statSync(backupFile()).mode & 0o777).toString(8)).toBe("600");
    const copy = new DatabaseSync(backupFile(), { readOnly: true });
    expect(copy.prepare("SELECT count(*) AS n FROM sessions").get()).toEqual({ n: 0 });
    copy.close();
  });

  test("a backup cut anywhere is refused and nothing is touched", () => {
    addUser("first@seller.example");
    command("backup", [backupFile()]);
    const whole = readFileSync(backupFile());
    for (const kept of [whole.length - 1, Math.floor(whole.length * 0.999), Math.floor(whole.length / 2), 50]) {
      writeFileSync(backupFile(), whole.subarray(0, kept));
      const refused = command("restore", [backupFile()]);
      expect(refused).toMatchObject({ status: 1, said: expect.stringContaining("not a whole backup") as string });
    }
    expect(users()).toContain("first@seller.example");
  });

  test("a missing file, a missing name and a missing database are said in words", () => {
    expect(command("restore", [join(folder, "none")])).toMatchObject({ status: 1 });
    expect(command("restore", []).said).toContain("npm run restore -- FILE");
    expect(command("backup", [backupFile()]).said).toContain("no embedded database");
    expect(existsSync(backupFile())).toBe(false);
  });
});
