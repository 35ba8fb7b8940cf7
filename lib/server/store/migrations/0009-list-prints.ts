import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable("vendor_catalogs").addColumn("list_prints", "text").execute();
}

export const listPrintsMigration: Migration = { up };
