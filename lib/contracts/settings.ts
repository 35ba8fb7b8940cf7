import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";

/** Who sells, and what a new quote begins with. */
export const SellerSettingsSchema = z
  .strictObject({
    company: z.string().trim().min(1, "name the company").max(200),
    address: z.array(z.string().trim().max(200)).max(6),
    email: z.email().max(254).nullable(),
    terms: z.string().max(20_000).nullable(),
    taxNote: z.string().trim().max(300),
    quoteValidityDays: z.number().int().min(1).max(365),
    timeZone: z
      .string()
      .max(60)
      .refine(isTimeZone, "name a time zone such as Europe/Berlin")
      .meta({ description: "IANA name; quotes are valid through the end of their last day there" }),
    numberPrefix: z.string().regex(/^[A-Z0-9]{1,8}$/, "use up to eight capital letters and digits"),
  })
  .meta({ id: "SellerSettings" });

export type SellerSettings = z.infer<typeof SellerSettingsSchema>;

export const getSettingsRoute = defineRoute({
  method: "GET",
  path: "/api/settings",
  summary: "Who sells, and what a new quote begins with",
  access: "admin",
  status: 200,
  response: SellerSettingsSchema,
});

export const putSettingsRoute = defineRoute({
  method: "PUT",
  path: "/api/settings",
  summary: "Change who sells and what a new quote begins with; sent quotes stay as they are",
  access: "admin",
  body: SellerSettingsSchema,
  status: 200,
  response: SellerSettingsSchema,
});

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
