import type { Kysely } from "kysely";
import { newId } from "@/lib/server/new-id";
import type { Schema } from "@/lib/server/store/schema";

export type AuditEntry = {
  readonly userId: string | null;
  readonly entity: string;
  readonly entityId: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Appends to the log of changes; call it in the transaction of the change itself. */
export async function recordAudit(db: Kysely<Schema>, entry: AuditEntry): Promise<void> {
  await db
    .insertInto("audit")
    .values({
      id: newId(),
      at: new Date().toISOString(),
      user_id: entry.userId,
      entity: entry.entity,
      entity_id: entry.entityId,
      action: entry.action,
      detail: JSON.stringify(entry.detail),
    })
    .execute();
}
