import { z } from "zod";

export const IbmSettingsSchema = z.object({
  baseUrl: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
});

export type IbmSettings = z.infer<typeof IbmSettingsSchema>;

export const ibmBaseUrlDefault = "https://api.ibm.com/marketplace/run";
