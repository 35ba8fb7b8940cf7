import { z } from "zod";
import type { Kysely } from "kysely";
import type { Schema } from "@/lib/server/store/schema";

const KEY = "seller";

const isTimeZone = (value: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Who sells, and what a new quote begins with. */
export const SellerSettingsSchema = z.strictObject({
  company: z.string().trim().min(1).max(200),
  address: z.array(z.string().trim().max(200)).max(6),
  email: z.email().max(254).nullable(),
  terms: z.string().max(20_000).nullable(),
  taxNote: z.string().trim().max(300),
  quoteValidityDays: z.number().int().min(1).max(365),
  timeZone: z.string().max(60).refine(isTimeZone, "name a time zone such as Europe/Berlin"),
  numberPrefix: z.string().regex(/^[A-Z0-9]{1,8}$/, "use up to eight capital letters and digits"),
});

export type SellerSettings = z.infer<typeof SellerSettingsSchema>;

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

export async function readSellerSettings(db: Kysely<Schema>, demo: boolean): Promise<SellerSettings> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", KEY).executeTakeFirst();
  const defaults = demo ? fictitious : plain;
  if (!row) return defaults;
  return SellerSettingsSchema.parse({ ...defaults, ...z.record(z.string(), z.unknown()).parse(JSON.parse(row.value)) });
}

export async function writeSellerSettings(db: Kysely<Schema>, settings: SellerSettings, now: string): Promise<void> {
  const value = JSON.stringify(settings);
  await db
    .insertInto("settings")
    .values({ key: KEY, value, updated_at: now })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value, updated_at: now }))
    .execute();
}
