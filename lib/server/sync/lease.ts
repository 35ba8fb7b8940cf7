import { sql, type Kysely } from "kysely";
import type { Schema } from "@/lib/server/store/schema";

/** The right to do a named thing alone; `fence` grows with every holder, so a holder that slept too long is recognised. */
export type Lease = { readonly name: string; readonly holder: string; readonly fence: number };

export const LEASE_MS = 60_000;

/** Thrown where a write comes from a holder that has been replaced. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

type Claim = {
  readonly name: string;
  readonly holder: string;
  readonly now: Date;
  /** The new fence is above this, too. */
  readonly fenceAbove: number;
  /** Whether a holder whose lease still runs is known to be dead. */
  readonly isDead?: (holder: string) => boolean;
};

/** Null while somebody else holds it. Two claims at the same time cannot both succeed. */
export async function takeLease(db: Kysely<Schema>, claim: Claim): Promise<Lease | null> {
  const { name, holder, now, fenceAbove } = claim;
  const nobody = { name, holder: "", fence: 0, expires_at: new Date(0).toISOString() };
  await db
    .insertInto("leases")
    .values(nobody)
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const current = await db.selectFrom("leases").selectAll().where("name", "=", name).executeTakeFirstOrThrow();
  const isFree = current.expires_at <= now.toISOString() || (claim.isDead?.(current.holder) ?? false);
  if (!isFree) return null;
  const fence = Math.max(current.fence, fenceAbove) + 1;
  const taken = await db
    .updateTable("leases")
    .set({ holder, fence, expires_at: expiryFrom(now) })
    .where("name", "=", name)
    .where("fence", "=", current.fence)
    .where("holder", "=", current.holder)
    .where("expires_at", "=", current.expires_at)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n ? { name, holder, fence } : null;
}

/** Prolongs the lease; in a transaction it also keeps everyone else from taking it until the end. Throws `LeaseLost`. */
export async function holdLease(db: Kysely<Schema>, lease: Lease, now: Date): Promise<void> {
  const held = await db
    .updateTable("leases")
    .set({ expires_at: expiryFrom(now) })
    .where("name", "=", lease.name)
    .where("fence", "=", lease.fence)
    .executeTakeFirst();
  if (held.numUpdatedRows !== 1n) throw new LeaseLost(`the lease ${lease.name} went to another holder`);
}

export async function releaseLease(db: Kysely<Schema>, lease: Lease): Promise<void> {
  await db
    .updateTable("leases")
    .set({ holder: "", expires_at: new Date(0).toISOString() })
    .where("name", "=", lease.name)
    .where("fence", "=", lease.fence)
    .execute();
}

/** Ends whatever holds the lease: its next write is refused. */
export async function revokeLease(db: Kysely<Schema>, name: string): Promise<void> {
  await db
    .updateTable("leases")
    .set({ holder: "", fence: sql<number>`fence + 1`, expires_at: new Date(0).toISOString() })
    .where("name", "=", name)
    .execute();
}

function expiryFrom(now: Date): string {
  return new Date(now.getTime() + LEASE_MS).toISOString();
}
