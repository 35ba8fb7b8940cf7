import { z } from "zod";
import { type SellerSettings, SellerSettingsSchema } from "@/lib/contracts/settings";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import type { Database } from "@/lib/server/store/database";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export type { SellerSettings } from "@/lib/contracts/settings";

const KEY = "seller";

const plain: SellerSettings = {
  company: "Your company",
  address: [],
  email: null,
  terms: null,
  taxNote: "Prices exclude VAT and sales tax.",
  quoteValidityDays: 30,
  timeZone: "UTC",
  numberPrefix: "Q",
};

const fictitious: SellerSettings = {
  ...plain,
  company: "Example Reseller Ltd (demo)",
  address: ["1 Sample Street", "Exampletown EX1 0AA"],
  email: "sales@reseller.example",
  terms:
    "Demo terms. Payment within 30 days of the invoice. Subscriptions renew for the same term unless cancelled before it ends.",
};

/** What was saved, over the defaults; a made-up company stands in while the demo runs. */
export async function readSellerSettings(db: Database, demo: boolean): Promise<SellerSettings> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", KEY).executeTakeFirst();
  const defaults = demo ? fictitious : plain;
  if (!row) return defaults;
  return SellerSettingsSchema.parse({ ...defaults, ...z.record(z.string(), z.unknown()).parse(JSON.parse(row.value)) });
}

export async function readSettings(desk: Desk, viewer: Viewer): Promise<SellerSettings> {
  requireRight(viewer, "settings:write");
  return readSellerSettings(desk.db, desk.demo);
}

/** Holds for drafts and new quotes at once; sent quotes keep what they were sent with. */
export async function saveSettings(desk: Desk, viewer: Viewer, settings: SellerSettings): Promise<SellerSettings> {
  requireRight(viewer, "settings:write");
  const row = { value: JSON.stringify(settings), updated_at: desk.now().toISOString() };
  return desk.db.transaction().execute(async (trx) => {
    const before = await readSellerSettings(trx, desk.demo);
    await trx
      .insertInto("settings")
      .values({ key: KEY, ...row })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
      .execute();
    const detail = { before, after: settings };
    await recordAudit(trx, { userId: viewer.userId, entity: "settings", entityId: KEY, action: "changed", detail });
    return settings;
  });
}
