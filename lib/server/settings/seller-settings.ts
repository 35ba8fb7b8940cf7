import { z } from "zod";
import { type SellerSettings, SellerSettingsSchema } from "@/lib/contracts/settings";
import type { IfMatch } from "@/lib/server/carts/if-match";
import type { Desk } from "@/lib/server/desk";
import { changeSetting, readSetting, type Setting, type StoredSetting } from "@/lib/server/settings/stored-setting";
import type { Database } from "@/lib/server/store/database";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export type { SellerSettings } from "@/lib/contracts/settings";

export const SELLER_KEY = "seller";

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
function sellerSetting(demo: boolean): Setting<SellerSettings> {
  const defaults = demo ? fictitious : plain;
  return {
    key: SELLER_KEY,
    defaults,
    read: (stored) => SellerSettingsSchema.parse({ ...defaults, ...z.record(z.string(), z.unknown()).parse(stored) }),
  };
}

export async function readSellerSettings(db: Database, demo: boolean): Promise<SellerSettings> {
  return (await readSetting(db, sellerSetting(demo))).value;
}

export async function readSettings(desk: Desk, viewer: Viewer): Promise<StoredSetting<SellerSettings>> {
  requireRight(viewer, "settings:write");
  return readSetting(desk.db, sellerSetting(desk.demo));
}

/** Holds for drafts and new quotes at once; sent quotes keep what they were sent with. */
export async function saveSettings(
  desk: Desk,
  viewer: Viewer,
  ifMatch: IfMatch,
  value: SellerSettings,
): Promise<StoredSetting<SellerSettings>> {
  requireRight(viewer, "settings:write");
  return changeSetting(desk, viewer, sellerSetting(desk.demo), { ifMatch, value });
}
