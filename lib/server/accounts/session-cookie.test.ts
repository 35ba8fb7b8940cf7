import { expect, it, vi } from "vitest";
import { deviceCookie, knownDeviceOf, sealSession, unsealSession } from "@/lib/server/accounts/session-cookie";

const [first, second] = ["first".padEnd(32, "x"), "second".padEnd(32, "x")] as const;
const settings = vi.hoisted(() => ({ publicUrl: "http://desk.test", sessionSecrets: [""] as readonly string[] }));
vi.mock("@/lib/server/env", () => ({ env: () => settings }));

async function read(seal: string, ...secrets: readonly string[]): Promise<string | null> {
  settings.sessionSecrets = secrets;
  // What was read once is remembered by its seal; another process starts without.
  Reflect.deleteProperty(globalThis, Symbol.for("reseller-desk.process-state"));
  return unsealSession(seal);
}

async function sealedWith(sid: string, ...secrets: readonly string[]): Promise<string> {
  settings.sessionSecrets = secrets;
  return sealSession(sid);
}

it("secrets are rotated in three steps without signing out whoever has the newest seal", async () => {
  const before = await sealedWith("before", first);
  expect(await read(before, second, first)).toBe("before");
  const during = await sealedWith("during", second, first);
  expect(await read(during, second, first)).toBe("during");
  expect(await read(during, second)).toBe("during");
  expect(await read(before, second)).toBeNull();
});

it("no other text than the seal itself opens a session", async () => {
  const seal = await sealedWith("mine", first);
  expect(await read(seal, first)).toBe("mine");
  const cut = Array.from(seal, (_, at) => seal.slice(0, at));
  const grown = ["x", "9", " ", "~2", ";"].map((more) => seal + more);
  const turned = Array.from(
    seal,
    (letter, at) => seal.slice(0, at) + (letter === "A" ? "B" : "A") + seal.slice(at + 1),
  );
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const end = seal.length - "~2".length;
  const ended = Array.from(letters, (letter) => seal.slice(0, end - 1) + letter + seal.slice(end)).filter(
    (text) => text !== seal,
  );
  expect(ended).toHaveLength(letters.length - 1);
  for (const forged of [...cut, ...grown, ...turned, ...ended]) expect(await read(forged, first)).toBeNull();
});

it("a device is known again by its cookie alone", async () => {
  settings.sessionSecrets = [first];
  const [pair = ""] = (await deviceCookie("seller@desk.example")).split(";");
  expect(await knownDeviceOf(new Headers({ cookie: pair }))).toBe("seller@desk.example");
  expect(await knownDeviceOf(new Headers({ cookie: `${pair}x` }))).toBeNull();
  expect(await knownDeviceOf(new Headers())).toBeNull();
});
