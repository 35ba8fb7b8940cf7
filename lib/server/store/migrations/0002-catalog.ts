import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable("vendor_catalogs")
    .addColumn("vendor", "text", (c) => c.primaryKey())
    .addColumn("generation", "integer", (c) => c.notNull())
    .addColumn("as_of", "text", (c) => c.notNull())
    .addColumn("product_count", "integer", (c) => c.notNull())
    .addColumn("taxonomy", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("catalog_products")
    .addColumn("vendor", "text", (c) => c.notNull())
    .addColumn("generation", "integer", (c) => c.notNull())
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("content_hash", "text", (c) => c.notNull())
    .addColumn("data", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("catalog_products_pk", ["vendor", "generation", "locale", "key"])
    .execute();
  await db.schema
    .createTable("syncs")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("vendor", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("fence", "integer", (c) => c.notNull())
    .addColumn("started_at", "text", (c) => c.notNull())
    .addColumn("finished_at", "text")
    .addColumn("started_by", "text", (c) => c.notNull())
    .addColumn("counts", "text", (c) => c.notNull())
    .addColumn("done", "integer", (c) => c.notNull())
    .addColumn("total", "integer")
    .addColumn("error", "text")
    .addColumn("error_kind", "text")
    .addColumn("held", "text")
    .execute();
  await db.schema.createIndex("syncs_started").on("syncs").columns(["started_at", "id"]).execute();
  await db.schema
    .createTable("changes")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("sync_id", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("vendor", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("what", "text", (c) => c.notNull())
    .addColumn("old_value", "text")
    .addColumn("new_value", "text")
    .execute();
  await db.schema.createIndex("changes_at").on("changes").columns(["at desc", "id"]).execute();
  await db.schema.createIndex("changes_product").on("changes").columns(["vendor", "key", "at"]).execute();
  await db.schema.createIndex("changes_sync").on("changes").column("sync_id").execute();
  await db.schema
    .createTable("findings")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("sync_id", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("vendor", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("key", "text")
    .addColumn("name", "text")
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("excerpt", "text")
    .addColumn("shows_cost", "integer", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("findings_sync").on("findings").column("sync_id").execute();
  await db.schema
    .createTable("plan_configurations")
    .addColumn("vendor", "text", (c) => c.notNull())
    .addColumn("product_key", "text", (c) => c.notNull())
    .addColumn("plan_key", "text", (c) => c.notNull())
    .addColumn("locale", "text", (c) => c.notNull())
    .addColumn("fetched_at", "text", (c) => c.notNull())
    .addColumn("data", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("plan_configurations_pk", ["vendor", "product_key", "plan_key", "locale"])
    .execute();
}

export const catalogMigration: Migration = { up };
