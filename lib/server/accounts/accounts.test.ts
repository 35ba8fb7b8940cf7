import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/server/accounts/passwords";
import { ABSOLUTE_MS, endSession, findViewer, IDLE_MS, startSession } from "@/lib/server/accounts/sessions";
import { ensureFirstUsers } from "@/lib/server/accounts/first-users";
import { disableUser, saveUser } from "@/lib/server/accounts/users";
import { parseEnv } from "@/lib/server/env";
import { eachStore } from "@/lib/server/store/test-stores";

const start = new Date("2026-03-01T08:00:00.000Z");
const after = (ms: number) => ({ demo: false, now: new Date(start.getTime() + ms) });
const seller = { email: "Seller@Desk.example", name: "Seller", role: "seller", password: "correct horse" } as const;

it("knows a password again, however its letters were composed, and no other", async () => {
  const stored = await hashPassword("passwo\u0301rd-1");
  expect(stored).not.toContain("passw");
  expect(await verifyPassword("passw\u00f3rd-1", stored)).toBe(true);
  expect(await verifyPassword("passwórd-2", stored)).toBe(false);
  expect(await verifyPassword("anything", "not a hash")).toBe(false);
});

eachStore("sessions", (open) => {
  async function signedIn() {
    const db = await open();
    await saveUser(db, seller);
    const user = await db.selectFrom("users").select(["id", "email"]).executeTakeFirstOrThrow();
    return { db, user, sid: await startSession(db, user.id, start) };
  }

  it("belong to their user until signing out", async () => {
    const { db, sid, user } = await signedIn();
    expect(user.email).toBe("seller@desk.example");
    expect(await findViewer(db, sid, after(1000))).toMatchObject({ userId: user.id, role: "seller" });
    await endSession(db, sid);
    expect(await findViewer(db, sid, after(1000))).toBeNull();
  });

  it("end after idling and at their absolute limit, whatever was done meanwhile", async () => {
    const { db, sid } = await signedIn();
    expect(await findViewer(db, sid, after(IDLE_MS))).not.toBeNull();
    expect(await findViewer(db, sid, after(2 * IDLE_MS + 1))).toBeNull();
    for (let ms = 0; ms < ABSOLUTE_MS; ms += IDLE_MS / 2) await findViewer(db, sid, after(ms));
    expect(await findViewer(db, sid, after(ABSOLUTE_MS))).toBeNull();
  });

  it("end at once when the user is disabled or gets a new password", async () => {
    const first = await signedIn();
    await disableUser(first.db, seller.email);
    expect(await findViewer(first.db, first.sid, after(1))).toBeNull();
    const second = await signedIn();
    await saveUser(second.db, { ...seller, password: "another horse" });
    expect(await findViewer(second.db, second.sid, after(1))).toBeNull();
  });

  it("of demo accounts end with the demo", async () => {
    const db = await open();
    await saveUser(db, { ...seller, demo: true });
    const { id } = await db.selectFrom("users").select("id").executeTakeFirstOrThrow();
    const sid = await startSession(db, id, start);
    expect(await findViewer(db, sid, { demo: true, now: start })).not.toBeNull();
    expect(await findViewer(db, sid, { demo: false, now: start })).toBeNull();
  });

  it("keep no usable id in the store", async () => {
    const { db, sid } = await signedIn();
    const rows = await db.selectFrom("sessions").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(sid);
  });
});

eachStore("first users", (open) => {
  const settings = {
    ...parseEnv({
      SESSION_SECRET: "s".repeat(40),
      ADMIN_EMAIL: "Admin@desk.example",
      ADMIN_PASSWORD: "admin-password",
    }),
    demo: true,
  };

  it("are made once when several processes start at the same moment, and left alone later", async () => {
    const db = await open();
    await Promise.all(Array.from({ length: 4 }, () => ensureFirstUsers(db, settings)));
    const users = await db.selectFrom("users").select(["id", "email", "role", "password_hash"]).execute();
    expect(users.map(({ role }) => role).toSorted()).toEqual(["admin", "admin", "manager", "seller", "seller-no-cost"]);
    const admin = users.find(({ email }) => email === "admin@desk.example");
    const sid = await startSession(db, admin?.id ?? "", start);
    await ensureFirstUsers(db, settings);
    expect(await findViewer(db, sid, after(1))).toMatchObject({ role: "admin" });
    expect(await db.selectFrom("users").select(["id", "email", "role", "password_hash"]).execute()).toEqual(users);
    const audit = await db.selectFrom("audit").select("action").where("entity", "=", "user").execute();
    expect(audit).toHaveLength(5);
  });
});
