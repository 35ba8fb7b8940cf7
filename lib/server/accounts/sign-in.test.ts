import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { AppError } from "@/lib/server/app-error";
import { deviceCookie, knownDeviceOf } from "@/lib/server/accounts/session-cookie";
import { findViewer } from "@/lib/server/accounts/sessions";
import { type Credentials, signIn } from "@/lib/server/accounts/sign-in";
import { saveUser } from "@/lib/server/accounts/users";
import { type Database, openDatabase } from "@/lib/server/store/database";

vi.stubEnv("DATA_DIR", mkdtempSync(join(tmpdir(), "desk-sign-in-")));
vi.stubEnv("LOG_LEVEL", "silent");

const password = "correct horse";
let lastAddress = 0;
let account = "";

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ kind: "sqlite", file: ":memory:" });
});

/** Limits last as long as the process: every test has its own account and addresses. */
beforeEach(async () => {
  account = `seller-${(lastAddress += 1)}@desk.example`;
  await saveUser(db, { email: account, name: "Seller", role: "seller", password });
});

const newAddress = () => `192.0.2.${(lastAddress += 1)}`;

/** 200 or how the attempt was refused. */
async function attempt(given: Partial<Credentials> = {}): Promise<string> {
  const plain = { email: account, password: "wrong", address: newAddress(), knownDevice: null, replaces: null };
  try {
    await signIn(db, { ...plain, ...given });
    return "signed-in";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const counted = (answers: readonly string[]) => Object.groupBy(answers, (answer) => answer);

it("hashes few of many wrong passwords that come at the same moment from many addresses", async () => {
  const answers = counted(await Promise.all(Array.from({ length: 200 }, () => attempt())));
  expect(answers["wrong-credentials"]?.length).toBeLessThanOrEqual(5);
  expect(answers["too-many-requests"]?.length).toBeGreaterThanOrEqual(195);
});

it("hashes at most thirty of one address's attempts a minute, whatever the account", async () => {
  const address = newAddress();
  const guesses = Array.from({ length: 60 }, (_, index) => attempt({ email: `nobody-${index}@desk.example`, address }));
  const answers = counted(await Promise.all(guesses));
  expect(answers["wrong-credentials"]?.length).toBeLessThanOrEqual(30);
  expect(answers["too-many-requests"]?.length).toBeGreaterThanOrEqual(30);
});

it("does not count what succeeded", async () => {
  const address = newAddress();
  for (let round = 0; round < 35; round += 1) expect(await attempt({ password, address })).toBe("signed-in");
});

it("lets the owner in from a browser they used before while strangers lock the account", async () => {
  for (let round = 0; round < 6; round += 1) await attempt();
  expect(await attempt({ password })).toBe("too-many-requests");
  expect(await attempt({ password, knownDevice: "somebody@desk.example" })).toBe("too-many-requests");
  const [cookie = ""] = (await deviceCookie(account)).split(";");
  const knownDevice = await knownDeviceOf(new Headers({ cookie }));
  expect(knownDevice).toBe(account);
  expect(await attempt({ password, knownDevice })).toBe("signed-in");
});

it("knows no device from a damaged cookie", async () => {
  const [cookie = ""] = (await deviceCookie(account)).split(";");
  const middle = Math.floor(cookie.length / 2);
  const changed = `${cookie.slice(0, middle)}${cookie[middle] === "A" ? "B" : "A"}${cookie.slice(middle + 1)}`;
  for (const damaged of [cookie.slice(0, middle), changed, cookie.replace("Fe26", "Fe27"), "desk-device=", ""]) {
    expect(await knownDeviceOf(new Headers({ cookie: damaged }))).toBeNull();
  }
});

it("ends the session that the browser came with", async () => {
  const given = { email: account, password, address: newAddress(), knownDevice: null };
  const first = await signIn(db, { ...given, replaces: null });
  const second = await signIn(db, { ...given, replaces: first.sid });
  expect(await findViewer(db, first.sid, { demo: false })).toBeNull();
  expect(await findViewer(db, second.sid, { demo: false })).toMatchObject({ email: account });
});
