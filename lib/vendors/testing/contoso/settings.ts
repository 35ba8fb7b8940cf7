import { baseAddress, type SettingFields, type SettingsIn } from "@/lib/vendors/settings";

export const contosoSettings = {
  baseUrl: { variable: "CONTOSO_BASE_URL", schema: baseAddress },
  apiKey: { variable: "CONTOSO_API_KEY", secret: true },
} as const satisfies SettingFields;

export type ContosoSettings = SettingsIn<typeof contosoSettings>;
