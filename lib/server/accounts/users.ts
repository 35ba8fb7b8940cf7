import type { Role } from "@/lib/contracts/session";
import { hashPassword } from "@/lib/server/accounts/passwords";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { newId } from "@/lib/server/new-id";
import type { Database } from "@/lib/server/store/database";

export const PASSWORD_LENGTH_MIN = 8;

export type NewUser = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly demo?: boolean;
};

export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** Adds a user, or gives the one with this address the new role and password and ends their sessions. */
export async function saveUser(db: Database, user: NewUser): Promise<"added" | "changed"> {
  const email = normaliseEmail(user.email);
  const password_hash = await hashPassword(user.password);
  return db.transaction().execute(async (trx) => {
    const existing = await trx.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst();
    const id = existing?.id ?? newId();
    const shared = { name: user.name, role: user.role, password_hash, demo: user.demo ? 1 : 0, disabled_at: null };
    if (existing) {
      await trx.updateTable("users").set(shared).where("id", "=", id).execute();
      await trx.deleteFrom("sessions").where("user_id", "=", id).execute();
    } else {
      const created_at = new Date().toISOString();
      await trx
        .insertInto("users")
        .values({ id, email, created_at, ...shared })
        .execute();
    }
    const action = existing ? "changed" : "added";
    const detail = { email, role: user.role };
    await recordAudit(trx, { userId: null, entity: "user", entityId: id, action, detail });
    return action;
  });
}

/** Adds a user unless there is one with this address, be it that another process is faster by a moment. */
export async function addMissingUser(db: Database, user: NewUser): Promise<void> {
  const email = normaliseEmail(user.email);
  const id = newId();
  const { name, role } = user;
  const password_hash = await hashPassword(user.password);
  const row = { id, email, name, role, password_hash, demo: user.demo ? 1 : 0, disabled_at: null };
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("users")
      .values({ ...row, created_at: new Date().toISOString() })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) return;
    await recordAudit(trx, { userId: null, entity: "user", entityId: id, action: "added", detail: { email, role } });
  });
}

/** Puts an account out of use and ends its sessions at once. False when there is no such account. */
export async function disableUser(db: Database, address: string): Promise<boolean> {
  const email = normaliseEmail(address);
  return db.transaction().execute(async (trx) => {
    const user = await trx.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst();
    if (!user) return false;
    const disabled_at = new Date().toISOString();
    await trx.updateTable("users").set({ disabled_at }).where("id", "=", user.id).execute();
    await trx.deleteFrom("sessions").where("user_id", "=", user.id).execute();
    await recordAudit(trx, { userId: null, entity: "user", entityId: user.id, action: "disabled", detail: { email } });
    return true;
  });
}

export async function listUsers(db: Database) {
  return db.selectFrom("users").select(["email", "name", "role", "disabled_at", "demo"]).orderBy("email").execute();
}
