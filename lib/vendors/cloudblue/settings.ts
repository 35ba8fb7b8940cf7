import { baseAddress, type SettingFields, type SettingsIn } from "@/lib/vendors/settings";

export const cloudBlueSettings = {
  baseUrl: { variable: "CLOUDBLUE_BASE_URL", schema: baseAddress },
  username: { variable: "CLOUDBLUE_USERNAME", secret: true },
  password: { variable: "CLOUDBLUE_PASSWORD", secret: true },
  subscriptionKey: { variable: "CLOUDBLUE_SUBSCRIPTION_KEY", secret: true },
  /** The country code of the control panel ("us", "de"), not the region in the base address. */
  marketplace: { variable: "CLOUDBLUE_MARKETPLACE" },
} as const satisfies SettingFields;

export type CloudBlueSettings = SettingsIn<typeof cloudBlueSettings>;
