import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";
import { marginBandProblems } from "@/lib/domain/pricing/margin-bands";

const ifMatch = [{ name: "If-Match", required: true, description: "The ETag that was last seen, or *" }] as const;

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
  headers: ifMatch,
  status: 200,
  response: SellerSettingsSchema,
});

const PercentSchema = z.string().regex(/^\d{1,2}(\.\d)?$/, "write a percentage such as 5 or 7.5");

export const MarginBandsSchema = z
  .strictObject({ lowBelow: PercentSchema, highAbove: PercentSchema })
  .superRefine((bands, context) => {
    for (const { field, message } of marginBandProblems(bands))
      context.addIssue({ code: "custom", path: [field], message });
  })
  .meta({
    id: "MarginBands",
    description: "Percentages of the price: below 0 is a loss, below lowBelow low, above highAbove high, else normal.",
  });

export type MarginBandsDto = z.infer<typeof MarginBandsSchema>;

export const getMarginBandsRoute = defineRoute({
  method: "GET",
  path: "/api/settings/margin-bands",
  summary: "What margins are called loss, low, normal and high; for those who may see cost",
  access: "signed-in",
  status: 200,
  response: MarginBandsSchema,
});

export const putMarginBandsRoute = defineRoute({
  method: "PUT",
  path: "/api/settings/margin-bands",
  summary: "Change the bounds of the margin bands; they hold everywhere at once",
  access: "manager",
  body: MarginBandsSchema,
  headers: ifMatch,
  status: 200,
  response: MarginBandsSchema,
});

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
