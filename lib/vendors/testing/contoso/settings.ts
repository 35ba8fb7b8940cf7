import { z } from "zod";

export const ContosoSettingsSchema = z.object({ baseUrl: z.string().min(1), apiKey: z.string().min(1) });

export type ContosoSettings = z.infer<typeof ContosoSettingsSchema>;
