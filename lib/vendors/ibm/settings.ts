import { baseAddress, type SettingFields, type SettingsIn } from "@/lib/vendors/settings";

export const ibmSettings = {
  baseUrl: { variable: "IBM_BASE_URL", schema: baseAddress, fallback: "https://api.ibm.com/marketplace/run" },
  clientId: { variable: "IBM_CLIENT_ID", secret: true },
  clientSecret: { variable: "IBM_CLIENT_SECRET", secret: true },
} as const satisfies SettingFields;

export type IbmSettings = SettingsIn<typeof ibmSettings>;
