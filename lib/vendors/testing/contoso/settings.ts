import { httpAddress, type SettingFields, type SettingsIn } from "@/lib/vendors/settings";

export const contosoSettings = {
  baseUrl: { variable: "CONTOSO_BASE_URL", schema: httpAddress },
  apiKey: { variable: "CONTOSO_API_KEY", secret: true },
} as const satisfies SettingFields;

export type ContosoSettings = SettingsIn<typeof contosoSettings>;
