import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable("favourite_lists")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("owner_id", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("shared", "integer", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("favourite_lists_owner").on("favourite_lists").column("owner_id").execute();
  await db.schema.createIndex("favourite_lists_shared").on("favourite_lists").column("shared").execute();
  await db.schema
    .createTable("favourite_items")
    .addColumn("list_id", "text", (c) => c.notNull().references("favourite_lists.id").onDelete("cascade"))
    .addColumn("vendor", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("added_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("favourite_items_pk", ["list_id", "vendor", "key"])
    .execute();
}

export const favouritesMigration: Migration = { up };
