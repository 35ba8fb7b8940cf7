import { z } from "zod";

export const CloudBlueSettingsSchema = z.object({
  baseUrl: z.string().min(1),
  username: z.string().min(1),
  password: z.string().min(1),
  subscriptionKey: z.string().min(1),
  /** The country code of the control panel ("us", "de"), not the region in the base address. */
  marketplace: z.string().min(1),
});

export type CloudBlueSettings = z.infer<typeof CloudBlueSettingsSchema>;
