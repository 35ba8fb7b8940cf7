import { addMissingUser } from "@/lib/server/accounts/users";
import { demoAccounts } from "@/lib/server/demo-accounts";
import type { Env } from "@/lib/server/env";
import type { Database } from "@/lib/server/store/database";

/** The administrator named by the environment where there is no user yet; in demo mode one account of each role. */
export async function ensureFirstUsers(db: Database, settings: Env): Promise<void> {
  const known = new Set((await db.selectFrom("users").select("email").execute()).map((user) => user.email));
  const onlyDemo = await db.selectFrom("users").select("id").where("demo", "=", 0).executeTakeFirst();
  if (settings.admin && !onlyDemo && !known.has(settings.admin.email)) {
    await addMissingUser(db, { ...settings.admin, name: "Administrator", role: "admin" });
  }
  for (const { email, label, role, password } of demoAccounts(settings) ?? []) {
    if (!known.has(email)) await addMissingUser(db, { email, name: label, role, password, demo: true });
  }
}
